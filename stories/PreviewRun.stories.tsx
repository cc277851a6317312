import type { Meta, StoryObj } from "@storybook/react-vite";
import type { GenerationState } from "image-generation-node/client";
import { ImageNodeError } from "image-generation-node/contract";
import { expect, within } from "storybook/test";
import { drawImage } from "./support/drawImage.js";
import { entryOf } from "./support/entries.js";
import { StateBoard } from "./support/StateBoard.js";
import { showCode } from "./support/showCode.js";
import code from "./code/NodePreview.tsx?raw";

const meta: Meta<typeof StateBoard> = {
  title: "Preview/Run",
  component: StateBoard,
  parameters: showCode(code),
};
export default meta;
type Story = StoryObj<typeof StateBoard>;

const entry = entryOf;
/** Members that every state of these stories has. */
const common = (seconds: number) => {
  const { config, generation } = entry();
  return {
    id: "gen_2",
    startedAt: Date.now() - seconds * 1000,
    stages: generation.stages,
    ...(config && { request: { config } }),
  };
};
const failed = (
  options: ConstructorParameters<typeof ImageNodeError>[0],
  more: object = {},
): GenerationState => ({
  ...common(61),
  endedAt: Date.now(),
  status: "failed",
  error: new ImageNodeError(options),
  ...more,
});

/** Nothing was run yet; the box has its final shape already. */
export const Idle: Story = { args: { getState: () => ({ status: "idle" }) } };

/** The prompt is known as soon as it is written, the seconds count against the limit. */
export const Running: Story = {
  args: { getState: () => ({ ...common(12), status: "running", stage: "image" }) },
};

/** A model writes the prompt before the image model draws. */
export const WritingThePrompt: Story = {
  name: "Writing the prompt",
  args: {
    getState: () => {
      const { config } = entry({ config: { prompt: { mode: "auto" } } });
      return {
        ...common(1),
        status: "running",
        stage: "prompt",
        stages: undefined,
        ...(config && { request: { config } }),
      };
    },
  },
};

/** A model that sends unfinished pictures. */
export const PartialPicture: Story = {
  name: "Partial picture",
  args: {
    getState: () => ({
      ...common(12),
      status: "running",
      stage: "image",
      partialImage: { url: drawImage("landscape", "dawn", [96, 54]), index: 1 },
    }),
  },
};

/** The wait is over, the run is not: it can be waited for again without paying twice. */
export const StillRunning: Story = {
  name: "Still running",
  args: {
    getState: () => ({
      ...common(90),
      status: "waiting",
      stage: "image",
      error: new ImageNodeError({ kind: "client_timeout" }),
    }),
  },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole("button", { name: "Wait again" })).toBeEnabled();
  },
};

/** The model's safety check refused the text. */
export const Blocked: Story = {
  args: { getState: () => failed({ kind: "content_blocked", charged: false, stage: "image" }) },
};

/** Retry waits as long as the back end asked for. */
export const RateLimited: Story = {
  name: "Rate limited",
  args: { getState: () => failed({ kind: "rate_limited", charged: false, retryAfterMs: 20_000 }) },
};

/** Names the variable and the one that was probably meant. */
export const MissingVariable: Story = {
  name: "Missing variable",
  args: {
    getState: () =>
      failed(
        {
          kind: "missing_variable",
          charged: false,
          errors: [
            {
              pointer: "#/config/prompt/template",
              code: "missing_variable",
              variable: "trigger.output.style",
              detail: "trigger.output.style has no value.",
              suggestion: "trigger.output.styles",
            },
          ],
        },
        { stages: undefined },
      ),
  },
};

/** A timeout: says whether it was charged, and looks for the image that may have come after the limit. */
export const TimedOut: Story = {
  name: "Timed out",
  args: { getState: () => failed({ kind: "timeout", charged: null, stage: "image", id: "gen_2" }) },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole("button", { name: "Look now" })).toBeEnabled();
  },
};

/** The network ended before the outcome was known. */
export const ConnectionLost: Story = {
  name: "Connection lost",
  args: { getState: () => failed({ kind: "network" }) },
};

/** A person ended the run. */
export const Cancelled: Story = {
  args: {
    getState: () => ({
      ...common(8),
      endedAt: Date.now(),
      status: "cancelled",
      error: new ImageNodeError({ kind: "cancelled", charged: false }),
    }),
  },
};

/** The last good picture stays in sight after a run without one. */
export const FailedAfterAPicture: Story = {
  name: "Failed after a picture",
  args: { getState: () => failed({ kind: "timeout", charged: true }, { previous: entry().generation }) },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByText("Earlier picture")).toBeVisible();
  },
};
