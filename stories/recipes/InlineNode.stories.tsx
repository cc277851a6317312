import type { Meta, StoryObj } from "@storybook/react-vite";
import { InlineNode } from "./inline/InlineNode.js";
import { showCode } from "../support/showCode.js";
import code from "./inline/InlineNode.tsx?raw";

const meta: Meta<typeof InlineNode> = {
  title: "Recipes/Inline node",
  component: InlineNode,
  tags: ["!autodocs"],
  parameters: showCode(code),
};
export default meta;

/** A React Flow node with the compact form and the preview inside of it. */
export const Default: StoryObj<typeof InlineNode> = {};
