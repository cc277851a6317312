import type { Meta, StoryObj } from "@storybook/react-vite";
import { ModeSwitch } from "image-generation-node";
import type { PromptMode } from "image-generation-node/contract";
import { useState } from "react";
import { expect, userEvent, within } from "storybook/test";
import { Frame } from "./support/Frame.js";
import { ScriptedProvider } from "./support/ScriptedProvider.js";
import { showCode } from "./support/showCode.js";
import code from "./code/PromptModes.tsx?raw";

function Switch({ disabled }: { disabled?: boolean | undefined }) {
  const [mode, setMode] = useState<PromptMode>("manual");
  return (
    <ScriptedProvider>
      <Frame>
        <ModeSwitch.Root value={mode} onValueChange={setMode} disabled={disabled}>
          <ModeSwitch.List aria-label="Prompt mode">
            <ModeSwitch.Trigger value="manual" />
            <ModeSwitch.Trigger value="prompt_ai" />
            <ModeSwitch.Trigger value="auto" />
          </ModeSwitch.List>
          <ModeSwitch.Content value="manual">Your own words.</ModeSwitch.Content>
          <ModeSwitch.Content value="prompt_ai">A model writes from your instructions.</ModeSwitch.Content>
          <ModeSwitch.Content value="auto">A model writes from the nodes before this one.</ModeSwitch.Content>
        </ModeSwitch.Root>
      </Frame>
    </ScriptedProvider>
  );
}

const meta: Meta<typeof Switch> = {
  title: "Mode switch/States",
  component: Switch,
  parameters: showCode(code, "ModeSwitch.Root"),
};
export default meta;
type Story = StoryObj<typeof Switch>;

/** Arrow keys move between the modes; the hidden ones stay mounted. */
export const Keyboard: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole("tab", { name: "Manual" }));
    await userEvent.keyboard("{ArrowRight}");
    await expect(canvas.getByRole("tab", { name: "Prompt AI" })).toHaveAttribute("aria-selected", "true");
    await expect(canvas.getByText("A model writes from your instructions.")).toBeVisible();
    await expect(canvas.getByText("Your own words.")).not.toBeVisible();
  },
};

/** No mode can be chosen. */
export const Disabled: Story = { args: { disabled: true } };
