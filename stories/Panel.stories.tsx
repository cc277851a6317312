import type { Meta, StoryObj } from "@storybook/react-vite";
import { Playground as PlaygroundExample } from "./Playground.js";

const meta: Meta = { title: "Panel", tags: ["!autodocs"] };
export default meta;

/** The whole panel on the embedded demo back end: no key, no AI, every part real. */
export const Playground: StoryObj = { render: () => <PlaygroundExample /> };
