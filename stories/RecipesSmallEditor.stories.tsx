import type { Meta, StoryObj } from "@storybook/react-vite";
import { useState } from "react";
import { expect, screen, userEvent, within } from "storybook/test";
import { SmallEditor } from "./embed/SmallEditor.js";
import { connect } from "./embed/connect.js";
import { HAS_BACKEND } from "./support/hasBackend.js";
import { createPageFetch } from "./support/createPageFetch.js";
import { withMuiTheme } from "./support/withMuiTheme.js";
import { showCode } from "./support/showCode.js";
import code from "./embed/SmallEditor.tsx?raw";

const client = connect(
  async () => "token",
  HAS_BACKEND ? undefined : createPageFetch("/api/image-node", false),
);

/** The editor with a storage that the page forgets. */
function Forgetful() {
  const [storage] = useState(() => {
    const entries = new Map<string, string>();
    return {
      getItem: (key: string) => entries.get(key) ?? null,
      setItem: (key: string, value: string) => void entries.set(key, value),
      removeItem: (key: string) => void entries.delete(key),
    };
  });
  return <SmallEditor client={client} storage={storage} upload={async () => undefined} />;
}

const meta: Meta<typeof Forgetful> = {
  title: "Recipes/Small editor",
  component: Forgetful,
  decorators: [withMuiTheme],
  tags: ["!autodocs"],
  parameters: showCode(code),
};
export default meta;
type Story = StoryObj<typeof Forgetful>;

/** The editor of the guide "Embed it in your editor". */
export const Default: Story = {};

/** A node that was added, with its drawer open. */
export const Drawer: Story = {
  play: async ({ canvasElement }) => {
    const editor = within(canvasElement);
    await userEvent.click(editor.getByRole("button", { name: "Add image" }));
    await userEvent.click(await editor.findByRole("button", { name: "Open" }));
    const drawer = within(await screen.findByRole("dialog", { name: "Image 1" }));
    await expect(await drawer.findByRole("textbox", { name: "Prompt" })).toBeVisible();
  },
};
