import type { Meta, StoryObj } from "@storybook/react-vite";
import { Preview, useBatch } from "image-generation-node";
import { createImageNodeConfig } from "image-generation-node/contract";
import type { GenerationRequest } from "image-generation-node/contract";
import type { ScriptedRun } from "image-generation-node/testing";
import { useEffect, useState } from "react";
import { expect, userEvent, waitFor, within } from "storybook/test";
import { drawImage } from "./support/drawImage.js";
import { Frame } from "./support/Frame.js";
import { entryOf } from "./support/entries.js";
import { ScriptedProvider } from "./support/ScriptedProvider.js";
import { showCode } from "./support/showCode.js";
import code from "./code/LoopGallery.tsx?raw";

interface GalleryProps {
  runs: readonly ScriptedRun[];
  items: number;
}

/** A loop's items, run at once. */
function Gallery({ runs, items }: GalleryProps) {
  const [plans] = useState(() => runs.map(withPicture));
  return (
    <ScriptedProvider script={{ runs: plans }}>
      <Frame wide>
        <Loop items={items} />
      </Frame>
    </ScriptedProvider>
  );
}

function Loop({ items }: { items: number }) {
  const batch = useBatch();
  const { start } = batch;
  useEffect(() => {
    void start(requestsOf(items));
  }, [start, items]);
  return <Preview.Gallery batch={batch} />;
}

const LOOKS = ["night", "sketch", "dawn"] as const;

function withPicture(run: ScriptedRun, index: number): ScriptedRun {
  const { output, image } = entryOf({ id: `item_${index}` }).generation;
  const imageUrl = drawImage("landscape", LOOKS[index % LOOKS.length]);
  return { ...run, generation: { output: { ...output, imageUrl }, image } };
}

function requestsOf(count: number): GenerationRequest[] {
  const config = createImageNodeConfig({ prompt: { template: "A lamp" }, aspectRatio: "landscape" });
  return Array.from({ length: count }, (_, index) => ({ config, context: { iteration: [index] } }));
}

const meta: Meta<typeof Gallery> = {
  title: "Preview/Gallery",
  component: Gallery,
  parameters: showCode(code),
};
export default meta;
type Story = StoryObj<typeof Gallery>;

/** All items of a loop have their picture. */
export const Done: Story = {
  args: { runs: [{}, {}, {}, {}, {}, {}], items: 6 },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText("6 pictures")).toBeVisible();
  },
};

/** Two are done, three are under way, the others wait. */
export const UnderWay: Story = {
  name: "Under way",
  args: { runs: [{}, {}, { end: "never" }], items: 8 },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText("2 of 8")).toBeVisible();
  },
};

/** One failure loses no other picture. */
export const OneFails: Story = {
  name: "One fails",
  args: { runs: [{}, { end: "content_blocked" }, {}, {}], items: 4 },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText(/3 pictures and 1 failed/)).toBeVisible();
  },
};

/** The one without is tried again by itself; the others keep theirs. */
export const OneIsRetried: Story = {
  name: "One is tried again",
  args: { runs: [{}, { end: "content_blocked" }, {}, {}, {}], items: 4 },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole("button", { name: "Retry picture 2" }));
    await waitFor(() => expect(canvas.getByText("4 pictures")).toBeVisible());
  },
};
