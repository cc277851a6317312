import type { Meta, StoryObj } from "@storybook/react-vite";
import type { GenerationState } from "image-generation-node/client";
import { ImageNodeError } from "image-generation-node/contract";
import type { AspectRatio } from "image-generation-node/contract";
import { expect, userEvent, within } from "storybook/test";
import { drawImage } from "./support/drawImage.js";
import type { Look } from "./support/drawImage.js";
import { entryOf, succeededWith } from "./support/entries.js";
import { StateBoard } from "./support/StateBoard.js";
import { showCode } from "./support/showCode.js";
import code from "./code/NodePreview.tsx?raw";

const meta: Meta<typeof StateBoard> = {
  title: "Preview/Variations",
  component: StateBoard,
  parameters: showCode(code),
};
export default meta;
type Story = StoryObj<typeof StateBoard>;

const LOOKS: readonly Look[] = ["night", "dawn", "sketch"];
const lookOf = (number: number): Look => LOOKS[number % LOOKS.length] ?? "night";

const made = (number: number, aspectRatio: AspectRatio = "square"): GenerationState =>
  succeededWith(entryOf({ id: `gen_${number}`, look: lookOf(number), config: { aspectRatio } }));
const running = (more: Pick<GenerationState, "stage" | "partialImage"> = {}): GenerationState => ({
  startedAt: Date.now() - 12_000,
  stage: "image",
  ...more,
  status: "running",
});
const failed = (error: ConstructorParameters<typeof ImageNodeError>[0]): GenerationState => ({
  status: "failed",
  startedAt: Date.now() - 8000,
  endedAt: Date.now(),
  charged: error.charged,
  error: new ImageNodeError(error),
});
const blocked = () => failed({ kind: "content_blocked", charged: false });
const overloaded = () => failed({ kind: "provider_error", charged: false });

/** Sums up several runs as the store does. */
function several(variations: readonly GenerationState[], chosen?: number): GenerationState {
  const image = variations[chosen ?? variations.findIndex(({ generation }) => generation)];
  const request = (image ?? made(1)).request;
  const base = {
    variations,
    chosen: image && variations.indexOf(image),
    startedAt: Date.now() - 12_000,
    request,
  };
  const stillRunning = variations.find(({ status }) => status === "running");
  if (stillRunning) return { ...base, status: "running", stage: stillRunning.stage };
  const { generation, stages } = image ?? {};
  const first = variations[0]?.error;
  if (generation) return { ...base, status: "succeeded", generation, stages, endedAt: Date.now() };
  return first
    ? { ...base, status: "failed", error: first, charged: false, endedAt: Date.now() }
    : { ...base, status: "waiting" };
}

/** Each has its own progress; what is ready can be chosen at once. */
export const Running: Story = {
  args: {
    getState: () =>
      several([
        made(1),
        running({ partialImage: { url: drawImage("square", "sketch"), index: 0 } }),
        running({ stage: undefined }),
        running({ stage: "store" }),
      ]),
  },
};

/** A click, Enter or a digit chooses; the arrow keys move. */
export const Ready: Story = {
  args: { getState: () => several([made(1), made(2), made(3), made(4)], 1) },
  play: async ({ canvasElement }) => {
    const grid = within(
      await within(canvasElement).findByRole("group", { name: "4 pictures to choose from" }),
    );
    const second = await grid.findByRole("button", { name: "Picture 2 of 4" });
    await expect(second).toHaveAttribute("aria-pressed", "true");
    second.focus();
    await userEvent.keyboard("{ArrowRight}");
    await expect(grid.getByRole("button", { name: "Picture 3 of 4" })).toHaveFocus();
    await userEvent.keyboard("{Home}");
    await expect(grid.getByRole("button", { name: "Picture 1 of 4" })).toHaveFocus();
  },
};

/** Wide pictures. */
export const Landscape: Story = {
  args: {
    getState: () =>
      several([made(1, "landscape"), made(2, "landscape"), made(3, "landscape"), made(4, "landscape")], 2),
  },
};

/** Tall pictures, one of which failed. */
export const Portrait: Story = {
  args: { getState: () => several([made(1, "portrait"), made(2, "portrait"), overloaded()], 0) },
};

/** A failure costs the others nothing, and has its own way out. */
export const SomeFailed: Story = {
  name: "Some failed",
  args: { getState: () => several([made(1), blocked(), overloaded(), made(4)], 3) },
};

/** A failure of all is told once more below, with all that helps. */
export const AllFailed: Story = {
  name: "All failed",
  args: { getState: () => several([overloaded(), overloaded(), overloaded(), overloaded()]) },
};

/** The wait for two of them was ended; one was cancelled. */
export const Waiting: Story = {
  args: {
    getState: () =>
      several([
        { status: "waiting", startedAt: Date.now() - 40_000 },
        made(2),
        { status: "cancelled", startedAt: Date.now() - 40_000, endedAt: Date.now() },
        { status: "waiting", startedAt: Date.now() - 40_000 },
      ]),
  },
};

/** The smallest choice. */
export const Two: Story = { args: { getState: () => several([made(1), made(2)], 0) } };

/** More than fit into one row. */
export const Nine: Story = {
  args: {
    getState: () =>
      several(
        [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => made(number)),
        4,
      ),
  },
};
