import type { Meta, StoryObj } from "@storybook/react-vite";
import { useState } from "react";
import { expect, fn, userEvent, within } from "storybook/test";
import { fixedStore } from "./support/fixedStore.js";
import { Frame } from "./support/Frame.js";
import { succeededWith, threeEntries } from "./support/entries.js";
import { PreviewBoard } from "./support/PreviewBoard.js";
import { ScriptedProvider } from "./support/ScriptedProvider.js";
import { showCode } from "./support/showCode.js";
import code from "./code/EarlierPictures.tsx?raw";

const onConfigChange = fn();

/** A node with three pictures. The host keeps them here; without `history` the store's own are shown. */
function ThreePictures() {
  const [history] = useState(threeEntries);
  const [store] = useState(() => {
    const [newest] = history;
    return fixedStore(newest ? succeededWith(newest) : { status: "idle" });
  });
  return (
    <ScriptedProvider>
      <Frame wide flush>
        <PreviewBoard generation={store} history={history} onConfigChange={onConfigChange} />
      </Frame>
    </ScriptedProvider>
  );
}

const meta: Meta<typeof ThreePictures> = {
  title: "Preview/History",
  component: ThreePictures,
  parameters: showCode(code),
};
export default meta;
type Story = StoryObj<typeof ThreePictures>;

/** The pictures that a node made, newest first. */
export const Thumbs: Story = { name: "Earlier pictures" };

/** An earlier picture with what made it; its settings can be taken back. */
export const EarlierPicture: Story = {
  name: "An earlier picture shown",
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole("button", { name: /^Picture 2/ }));
    await expect(canvas.getByText("Earlier picture")).toBeVisible();
    await userEvent.click(canvas.getByRole("button", { name: "Use these settings" }));
    await expect(onConfigChange).toHaveBeenCalledWith(expect.objectContaining({ style: "sketch" }));
  },
};

const opensCompare = async (canvasElement: HTMLElement) => {
  const canvas = within(canvasElement);
  await userEvent.click(await canvas.findByRole("button", { name: "Compare" }));
  return within(await canvas.findByRole("dialog", { name: "Compare pictures" }));
};

/** One over the other, and the difference in words. */
export const CompareWithASlider: Story = {
  name: "Compare with a slider",
  play: async ({ canvasElement }) => {
    const dialog = await opensCompare(canvasElement);
    await expect(await dialog.findByText("Only the style changed.")).toBeVisible();
    const slider = dialog.getByRole("slider");
    slider.focus();
    await userEvent.keyboard("{ArrowRight}");
  },
};

/** Two pictures beside each other, with every difference in words. */
export const CompareSideBySide: Story = {
  name: "Compare side by side",
  play: async ({ canvasElement }) => {
    const dialog = await opensCompare(canvasElement);
    await userEvent.click(await dialog.findByRole("button", { name: "Side by side" }));
    const [, oldest] = dialog.getAllByRole("button", { name: /^Picture 1/ });
    if (oldest) await userEvent.click(oldest);
    await expect(dialog.getByText(/changes\./)).toBeVisible();
  },
};
