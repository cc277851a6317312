import type { Meta, StoryObj } from "@storybook/react-vite";
import { ar } from "image-generation-node/messages/ar";
import { de } from "image-generation-node/messages/de";
import { fixtures } from "image-generation-node/testing";
import { expect, screen, userEvent, waitFor, within } from "storybook/test";
import { NodePanel } from "./support/NodePanel.js";
import { showCode } from "./support/showCode.js";
import code from "./code/ImageNode.tsx?raw";

const TEMPLATE = "A {{trigger.output.style}} illustration of {{agent.output.structured.subject}}, soft light";

const meta: Meta<typeof NodePanel> = {
  title: "Panel/States",
  component: NodePanel,
  tags: ["!autodocs"],
  args: { config: { prompt: { template: TEMPLATE } } },
  parameters: showCode(code, "ImageNodePanel"),
};
export default meta;
type Story = StoryObj<typeof NodePanel>;

const says = (words: RegExp): NonNullable<Story["play"]> => {
  return async ({ canvasElement }) => {
    await waitFor(async () => expect((await within(canvasElement).findAllByText(words))[0]).toBeVisible());
  };
};

/** The catalog is on its way; everything that does not need it can be used. */
export const LoadingCatalog: Story = { name: "Loading catalog", args: { wait: true }, play: says(/Loading/) };

/** The catalog could not be had: said once, with a way to try again. */
export const FailedCatalog: Story = {
  name: "Failed catalog",
  args: { script: { catalog: fixtures.problems.internal } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole("button", { name: "Try again" }));
    await canvas.findByText(/could not be loaded\./);
  },
};

/** A workspace without any model. */
export const NoImageModel: Story = {
  name: "No image model",
  args: { script: { catalog: fixtures.emptyCatalog } },
  play: says(/has no image model/),
};

/** The saved model is gone; its id stays until somebody chooses another one. */
export const RetiredModel: Story = {
  name: "Retired model",
  args: { config: { imageModel: "openai/dall-e-3", style: "brand_2019", prompt: { template: TEMPLATE } } },
  play: says(/Choose another model before/),
};

/** The chosen model is about to be retired. */
export const DeprecatedModel: Story = {
  name: "Deprecated model",
  args: { config: { imageModel: "acme/painter-1", prompt: { template: TEMPLATE } } },
  play: says(/going to be retired/),
};

/** Each shape says what the chosen model does to it, and why. */
export const CroppedRatio: Story = {
  name: "Cropped ratio",
  args: {
    config: { imageModel: "openai/gpt-image-1", aspectRatio: "landscape", prompt: { template: TEMPLATE } },
  },
  play: says(/nearest size/),
};

/** The model draws squares only, and the node asks for another shape. */
export const UnsupportedRatio: Story = {
  name: "Unsupported ratio",
  args: {
    config: { imageModel: "acme/square-only", aspectRatio: "portrait", prompt: { template: TEMPLATE } },
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await canvas.findByText("Square Only makes squares only.");
    await userEvent.click(canvas.getByRole("button", { name: /^Generate/ }));
    await expect(canvas.getByRole("combobox", { name: "Aspect ratio" })).toBeInvalid();
  },
};

/** Auto writes from the nodes before, and says which ones it sends. */
export const Auto: Story = {
  args: { config: { prompt: { mode: "auto" } } },
  play: says(/gets the outputs of Trigger, Agent, and Loop/),
};

/** Auto without a node before it. */
export const AutoWithoutUpstream: Story = {
  name: "Auto without earlier nodes",
  args: { config: { prompt: { mode: "auto" } }, variables: [] },
  play: says(/Nothing to write from/),
};

/** A prompt model writes from instructions; both texts stay with their mode. */
export const PromptAi: Story = {
  name: "Prompt AI",
  args: {
    config: {
      prompt: { mode: "prompt_ai", instructions: "For a blog about {{trigger.output.style}} lamps" },
    },
  },
  play: says(/Prompt and image are paid for/),
};

/** Best practices, where they help. Each hint goes away for good when it is dismissed. */
export const Hints: Story = {
  args: { config: { prompt: { template: "A watercolour cat, 1024x1024" } } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole("button", { name: "Use Watercolor" }));
    await expect(canvas.getByRole("combobox", { name: "Style" })).toHaveTextContent("Watercolor");
    await canvas.findByText(/Style already says Watercolor/);
  },
};

/** More than the model takes, an unclosed variable and one that nobody knows. */
export const BrokenPrompt: Story = {
  name: "Errors in the prompt",
  args: {
    config: {
      imageModel: "acme/square-only",
      prompt: {
        template: `${TEMPLATE} {{agent.output.structured.subjct}} ${"and more ".repeat(24)}{{trigger.out`,
      },
    },
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole("button", { name: /^Generate/ }));
    await expect(canvas.getByRole("textbox", { name: "Prompt" })).toBeInvalid();
  },
};

/** A refusal of the back end lands at the field that it points to. */
export const RefusedByTheBackEnd: Story = {
  name: "Error from the back end",
  args: {
    script: {
      runs: {
        end: "invalid_request",
        problem: { errors: [{ pointer: "#/config/style", code: "style_unavailable" }] },
      },
    },
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole("button", { name: /^Generate/ }));
    await waitFor(() => expect(canvas.getByRole("combobox", { name: "Style" })).toBeInvalid());
  },
};

const choose = (name: string, words: RegExp): NonNullable<Story["play"]> => {
  return async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole("radio", { name }));
    await waitFor(async () => expect(canvas.getByText(words)).toBeVisible());
  };
};

/** Several pictures at once: the price of all is there before anything is spent. */
export const SeveralPictures: Story = {
  name: "Several pictures and their cost",
  play: choose("4 pictures", /4 × /),
};

/** The price, in the order of a sum, in a text from right to left. */
export const SeveralPicturesInArabic: Story = {
  name: "Several pictures in Arabic",
  args: { messages: ar },
  globals: { direction: "rtl" },
  play: async ({ canvasElement }) => {
    const radios = await within(canvasElement).findAllByRole("radio");
    await userEvent.click(radios[3] ?? canvasElement);
  },
};

/** Without data of a run Generate uses the samples, and says so. */
export const OnSamples: Story = {
  name: "On sample values",
  args: { samples: true },
  play: says(/sample values/),
};

/** Says so once, and looks it: sunken, without a grip, to be read in full colour. */
export const ReadOnly: Story = { name: "Read only", args: { readOnly: true }, play: says(/^Read only$/) };

/** Nothing can be used, and it says so. */
export const Disabled: Story = { args: { disabled: true }, play: says(/^Disabled$/) };

/** The built-in German words. */
export const German: Story = { name: "In German", args: { messages: de }, play: says(/Seitenverhältnis/) };

/** The language of the toolbar, whose words are fetched when it is chosen. */
export const LanguageOfTheToolbar: Story = {
  name: "In the toolbar's language",
  globals: { locale: "ja" },
  play: says(/アスペクト比/),
};

/** Words, numbers and plurals in Arabic, from right to left. */
export const Arabic: Story = {
  name: "In Arabic",
  args: { messages: ar },
  globals: { direction: "rtl" },
  play: async ({ canvasElement }) => {
    await userEvent.click(await within(canvasElement).findByRole("combobox", { name: "نسبة الأبعاد" }));
    await expect(await screen.findByRole("listbox")).toHaveAttribute("dir", "rtl");
    await userEvent.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("listbox")).toBeNull());
  },
};
