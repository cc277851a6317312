import type { Meta, StoryObj } from "@storybook/react-vite";
import { InlineNode } from "./inline/InlineNode.js";

const meta: Meta<typeof InlineNode> = {
  title: "Recipes/Inline node",
  component: InlineNode,
  tags: ["!autodocs"],
};
export default meta;

/** A React Flow node with the compact form and the preview inside of it. */
export const Default: StoryObj<typeof InlineNode> = {};
