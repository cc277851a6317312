import { ConfigForm, Field, ModeSwitch, PromptEditor, StyleSelect } from "image-generation-node";
import { createImageNodeConfig } from "image-generation-node/contract";
import { useState } from "react";

/** A form of one's own, made of the parts that the panel is made of. */
export function OwnForm() {
  const [config, setConfig] = useState(createImageNodeConfig());
  return (
    <ConfigForm.Root value={config} onValueChange={setConfig} aria-label="Image Generation">
      <ModeSwitch.Root>
        <ModeSwitch.List>
          <ModeSwitch.Trigger value="manual" />
          <ModeSwitch.Trigger value="auto" />
        </ModeSwitch.List>
        <ModeSwitch.Content value="manual">
          <Field.Root name="prompt.template">
            <PromptEditor.Root>
              <PromptEditor.Label>Prompt</PromptEditor.Label>
              <PromptEditor.Highlight />
              <PromptEditor.Input rows={3} />
              <PromptEditor.Suggestions />
              <PromptEditor.Diagnostics />
            </PromptEditor.Root>
            <Field.Error />
          </Field.Root>
        </ModeSwitch.Content>
        <ModeSwitch.Content value="auto" />
      </ModeSwitch.Root>
      <StyleSelect.Root>
        <StyleSelect.Label />
        <StyleSelect.Trigger>
          <StyleSelect.Value />
        </StyleSelect.Trigger>
        <StyleSelect.Portal>
          <StyleSelect.Content />
        </StyleSelect.Portal>
      </StyleSelect.Root>
      <ConfigForm.CostEstimate />
      <ConfigForm.Error />
      <ConfigForm.Generate />
      <ConfigForm.Reset />
    </ConfigForm.Root>
  );
}
