import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, waitFor, within } from "storybook/test";
import { PanelInADialog } from "./dialog/PanelInADialog.js";
import { showCode } from "../support/showCode.js";
import code from "./dialog/PanelInADialog.tsx?raw";

const meta: Meta<typeof PanelInADialog> = {
  title: "Recipes/In a dialog",
  component: PanelInADialog,
  parameters: showCode(code),
};
export default meta;

/** Lists and selects open inside of the dialog; Escape closes them before it closes the dialog. */
export const Default: StoryObj<typeof PanelInADialog> = {
  play: async () => {
    const dialog = within(await within(document.body).findByRole("dialog"));
    const input = await dialog.findByRole("textbox", { name: "Prompt" });
    await userEvent.click(input);
    await userEvent.keyboard("A {{{{agent");
    await dialog.findAllByRole("option");
    await userEvent.keyboard("{Escape}");
    await waitFor(() => expect(dialog.queryAllByRole("option")).toHaveLength(0));
    await expect(input).toBeVisible();
    await userEvent.clear(input);
  },
};
