import type { Meta, StoryObj } from "@storybook/react-vite";
import { showCode } from "../support/showCode.js";
import code from "./editor/NodeDrawer.tsx?raw";
import { WorkflowEditor } from "./editor/WorkflowEditor.js";

const meta: Meta<typeof WorkflowEditor> = {
  title: "Recipes/Workflow editor",
  component: WorkflowEditor,
  tags: ["!autodocs"],
  parameters: showCode(code),
};
export default meta;

/** A workflow editor on React Flow: each system of the node's documentation at work, on the demo back end. */
export const Default: StoryObj<typeof WorkflowEditor> = {};
