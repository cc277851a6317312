import type { Meta, StoryObj } from "@storybook/react-vite";
import { ImageNodeError } from "image-generation-node/contract";
import { createProblem } from "image-generation-node/testing";
import { expect, userEvent, waitFor, within } from "storybook/test";
import { entryOf, succeededWith } from "./support/entries.js";
import type { EntryOptions } from "./support/entries.js";
import { StateBoard } from "./support/StateBoard.js";
import { showCode } from "./support/showCode.js";
import code from "./code/NodePreview.tsx?raw";

const meta: Meta<typeof StateBoard> = {
  title: "Preview/Picture",
  component: StateBoard,
  parameters: showCode(code),
};
export default meta;
type Story = StoryObj<typeof StateBoard>;

const showing = (options?: EntryOptions) => ({ getState: () => succeededWith(entryOf(options)) });
const endingIn = (milliseconds: number, more: object = {}): EntryOptions => ({
  generation: {
    image: { ...entryOf().generation.image, expiresAt: new Date(Date.now() + milliseconds).toISOString() },
    ...more,
  },
});

/** A finished picture with everything that can be done with it. */
export const FreshLink: Story = { name: "Download, copy and open", args: showing() };

/** A tall picture keeps its shape. */
export const Portrait: Story = { args: showing({ config: { aspectRatio: "portrait" }, look: "dawn" }) };

/** How long the link of the picture still works. */
export const LinkEndsSoon: Story = {
  name: "Link ends soon",
  args: { getState: () => succeededWith(entryOf(endingIn(3 * 3_600_000))) },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText(/The link ends in [23] hours/)).toBeVisible();
  },
};

/** The link has ended and no fresh one can be had for now. */
export const Expired: Story = {
  args: {
    getState: () => succeededWith(entryOf(endingIn(-60_000))),
    intercept: (request) =>
      request.url.endsWith("/url") ? Response.json(createProblem("overloaded"), { status: 503 }) : undefined,
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText("The picture's link has ended")).toBeVisible();
    await expect(canvas.getByRole("button", { name: "Get a fresh link" })).toBeEnabled();
  },
};

/** The back end does not have it any more. */
export const Deleted: Story = {
  args: { getState: () => succeededWith(entryOf({ ...endingIn(-60_000), id: "gen_deleted" })) },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText("The picture was deleted")).toBeVisible();
  },
};

/** The model drew another shape than the node asked for. */
export const OtherShapeThanAsked: Story = {
  name: "Other shape than asked",
  args: showing({
    size: [1536, 1024],
    generation: { warnings: [{ code: "cropped", params: { from: "1536x1024" } }] },
  }),
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText("asked 16:9, got 3:2")).toBeVisible();
  },
};

/** Neither https nor of this page: never rendered. */
export const UnsafeLink: Story = {
  name: "Unsafe link",
  args: {
    getState: () => {
      const entry = entryOf();
      const output = { ...entry.generation.output, imageUrl: "javascript:void 0" };
      return succeededWith({ ...entry, generation: { ...entry.generation, output } });
    },
  },
};

/** The demo draws by rule, and says so at each picture. */
export const DrawnByTheDemo: Story = {
  name: "Drawn by the demo",
  args: {
    ...showing({
      config: { imageModel: "demo/illustrator" },
      generation: { usage: { items: [{ kind: "image", model: "demo/illustrator" }] } },
    }),
  },
};

/** A model wrote the prompt, and another one revised it. */
export const WrittenByAI: Story = {
  name: "Written by AI",
  args: showing({
    config: { prompt: { mode: "prompt_ai", instructions: "Describe {{agent.output.structured.subject}}." } },
    generation: {
      stages: {
        template: "Describe {{agent.output.structured.subject}}.",
        resolved: "Describe a red fox under a full moon.",
        written: "A red fox sits on a hill, its fur lit by a full moon, soft mist behind it",
        sent: "A red fox sits on a hill, its fur lit by a full moon, soft mist behind it. Style: watercolor",
        revised:
          "A red fox sits on a low hill, its fur lit by a full moon, soft mist behind it. Style: watercolor",
      },
    },
  }),
};

/** Copying is forbidden here: said aloud, and the text can be copied by hand. */
export const CopyFails: Story = {
  name: "Copy fails",
  args: showing(),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const { clipboard } = navigator;
    Object.defineProperty(navigator, "clipboard", { configurable: true, value: undefined });
    try {
      await userEvent.click(await canvas.findByRole("button", { name: "Use in a later node" }));
      await waitFor(() => expect(canvas.getByRole("textbox")).toHaveValue("{{image_gen.output.imageUrl}}"));
    } finally {
      Object.defineProperty(navigator, "clipboard", { configurable: true, value: clipboard });
    }
  },
};

/** The picture large, in a dialog that holds the focus. */
export const Zoomed: Story = {
  args: showing(),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole("button", { name: "Enlarge the picture" }));
    await expect(await canvas.findByRole("dialog", { name: "Picture, enlarged" })).toBeVisible();
  },
};

/** The run took too long, its picture came all the same and is found. */
export const CameLate: Story = {
  name: "Came late",
  args: {
    getState: () => ({
      status: "failed",
      id: "gen_late",
      error: new ImageNodeError({ kind: "timeout", charged: true }),
      startedAt: Date.now() - 80_000,
      endedAt: Date.now() - 20_000,
    }),
    intercept(request) {
      if (!request.url.endsWith("/generations/gen_late")) return undefined;
      const { output, image } = entryOf({ id: "gen_late" }).generation;
      return Response.json({ id: "gen_late", status: "failed", late: { output, image } });
    },
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    // Found without a press: shown, and said in the live region.
    await expect(await canvas.findByRole("img")).toBeVisible();
    await expect(canvas.getAllByText("This picture came after the time limit.")).toHaveLength(1);
    await expect(
      canvas.getByText("This picture came after the time limit. An image was charged."),
    ).toBeVisible();
    await expect(canvas.getByText("Arrived late")).toBeVisible();
    await expect(canvas.queryByText("It took too long")).toBeNull();
    for (const name of ["Look now", "Retry"]) await expect(canvas.queryByRole("button", { name })).toBeNull();
  },
};
