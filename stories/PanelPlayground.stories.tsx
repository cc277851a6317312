import type { Meta, StoryObj } from "@storybook/react-vite";
import { ASPECT_RATIOS, ERROR_KINDS, PROMPT_MODES, STYLES } from "image-generation-node/contract";
import { useArgs } from "storybook/preview-api";
import { Playground as PlaygroundPage } from "./Playground.js";
import type { PlaygroundProps } from "./Playground.js";
import { languages } from "./support/languages.js";
import { showCode } from "./support/showCode.js";
import code from "./code/ImageNode.tsx?raw";

type Args = Omit<PlaygroundProps, "onChoice"> & {
  /** Colour scheme; the toolbar's where none is chosen. */
  theme?: "light" | "dark" | undefined;
  /** Writing direction; the language's or the toolbar's where none is chosen. */
  direction?: "ltr" | "rtl" | undefined;
};

const select = (options: readonly string[], category: string, description: string) => ({
  control: "select" as const,
  options,
  description,
  table: { category },
});
const toggle = (description: string) => ({
  control: "boolean" as const,
  description,
  table: { category: "State" },
});

const meta: Meta<Args> = {
  title: "Panel",
  args: {
    mode: undefined,
    style: undefined,
    aspectRatio: undefined,
    theme: undefined,
    direction: undefined,
    language: "en",
    width: 0,
    disabled: false,
    readOnly: false,
    backEnd: "demo",
  },
  argTypes: {
    mode: select(PROMPT_MODES, "Configuration", "Who writes the prompt"),
    style: select(STYLES, "Configuration", "Style of the picture"),
    aspectRatio: select(ASPECT_RATIOS, "Configuration", "Shape of the picture"),
    theme: select(["light", "dark"], "Page", "Colour scheme; otherwise the toolbar's"),
    direction: select(["ltr", "rtl"], "Page", "Writing direction; otherwise the language's"),
    language: select(
      languages.map(({ tag }) => tag),
      "Page",
      "Words, numbers and plurals",
    ),
    width: {
      control: { type: "range", min: 0, max: 1280, step: 20 },
      description: "Width of the panel in pixels; 0 for all there is",
      table: { category: "Page" },
    },
    disabled: toggle("Nothing can be used"),
    readOnly: toggle("Everything can be read, nothing changed"),
    backEnd: select(
      ["demo", "slow", ...Object.keys(ERROR_KINDS)],
      "State",
      "The demo, the demo with ten seconds more, or how each run fails",
    ),
  },
  parameters: {
    ...showCode(code, "ImageNodePanel"),
    controls: { disable: false, expanded: true, disableSaveFromUI: true },
  },
};
export default meta;

/** The whole panel on the embedded demo back end: no key, no AI, every part real. Its controls work while you type. */
export const Playground: StoryObj<Args> = {
  render: function PlaygroundStory() {
    const [args, updateArgs] = useArgs<Args>();
    return <PlaygroundPage {...args} onChoice={updateArgs} />;
  },
};
