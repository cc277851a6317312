import { ModeSwitch } from "image-generation-node";
import type { PromptMode } from "image-generation-node/contract";
import { useState } from "react";

/** The modes alone, without a form around them. */
export function PromptModes() {
  const [mode, setMode] = useState<PromptMode>("manual");
  return (
    <ModeSwitch.Root value={mode} onValueChange={setMode}>
      <ModeSwitch.List aria-label="Prompt mode">
        <ModeSwitch.Trigger value="manual" />
        <ModeSwitch.Trigger value="prompt_ai" />
        <ModeSwitch.Trigger value="auto" />
      </ModeSwitch.List>
      <ModeSwitch.Content value="manual">Your own words.</ModeSwitch.Content>
      <ModeSwitch.Content value="prompt_ai">A model writes from your instructions.</ModeSwitch.Content>
      <ModeSwitch.Content value="auto">A model writes from the nodes before this one.</ModeSwitch.Content>
    </ModeSwitch.Root>
  );
}
