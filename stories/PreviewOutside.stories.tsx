import type { Meta, StoryObj } from "@storybook/react-vite";
import { ImageNodeProvider, Preview } from "image-generation-node";
import type { MessageOverrides } from "image-generation-node";
import { createImageNodeConfig } from "image-generation-node/contract";
import { ar } from "image-generation-node/messages/ar";
import { useState } from "react";
import { expect, userEvent, waitFor, within } from "storybook/test";
import { Frame } from "./support/Frame.js";
import { entryOf } from "./support/entries.js";
import { showCode } from "./support/showCode.js";
import code from "./code/SavedPicture.tsx?raw";

const entry = entryOf({ id: "gen_saved" });
const written = "A red fox on a hill, its fur lit by a full moon";
const generation = {
  ...entry.generation,
  stages: { template: null, resolved: null, written, sent: written, revised: null },
};

/** A saved picture away from its node's form, as a log or another tab shows it. */
function Alone({ messages }: { messages?: MessageOverrides }) {
  const [config, setConfig] = useState(createImageNodeConfig({ prompt: { mode: "auto" } }));
  return (
    <ImageNodeProvider baseUrl="/api/image-node" messages={messages}>
      <Frame>
        <Preview.Root
          generation={generation}
          nodeSlug="image_gen"
          config={config}
          onConfigChange={setConfig}
          style={{ gap: 14 }}
        >
          <Preview.Frame>
            <Preview.Image />
          </Preview.Frame>
          <Preview.References />
          <Preview.Stages />
          <Preview.Feedback />
          <Preview.Announcer />
          <output>{`${config.prompt.mode}: ${config.prompt.template}`}</output>
        </Preview.Root>
      </Frame>
    </ImageNodeProvider>
  );
}

const meta: Meta<typeof Alone> = {
  title: "Preview/Outside a form",
  component: Alone,
  parameters: showCode(code),
};
export default meta;
type Story = StoryObj<typeof Alone>;

/** The prompt that a model wrote is handed to the host, and taken back. */
export const UseThisPrompt: Story = {
  name: "Use this prompt",
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole("button", { name: "Use this prompt" }));
    await expect(canvas.getByText(`manual: ${written}`)).toBeVisible();
    await userEvent.click(canvas.getByRole("button", { name: "Undo" }));
    await waitFor(() => expect(canvas.getByText("auto:")).toBeVisible());
  },
};

/** Every variable that later nodes get, by keyboard. */
export const OutputVariables: Story = {
  name: "Output variables",
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const list = await canvas.findByRole("list", { name: "Variables for later nodes" });
    await expect(within(list).getAllByRole("button")).toHaveLength(10);
    await userEvent.tab();
    await expect(canvas.getByRole("button", { name: "Copy {{image_gen.output.imageUrl}}" })).toHaveFocus();
  },
};

/** From right to left, with Arabic words. */
export const InArabic: Story = { name: "In Arabic", args: { messages: ar } };
