import { ConfigForm, Field, ModeSwitch, PromptEditor, StyleSelect } from "image-generation-node";
import { forwardRef } from "react";
import type { ButtonHTMLAttributes, ComponentPropsWithoutRef } from "react";
import type { FormProps } from "./TailwindLikeForm.js";

/** A host that owns its components: it wraps each part once, and then uses its own everywhere. */
const Button = forwardRef<HTMLButtonElement, ButtonHTMLAttributes<HTMLButtonElement>>(
  function Button(props, ref) {
    return <button type="button" {...props} className={`cn-button ${props.className ?? ""}`} ref={ref} />;
  },
);

const Textarea = forwardRef<HTMLTextAreaElement, ComponentPropsWithoutRef<typeof PromptEditor.Input>>(
  function Textarea(props, ref) {
    return <PromptEditor.Input {...props} className="cn-textarea" ref={ref} />;
  },
);

function StyleField() {
  return (
    <Field.Root name="style" className="cn-field">
      <StyleSelect.Root>
        <StyleSelect.Label className="cn-label" />
        <StyleSelect.Trigger asChild>
          <Button className="cn-outline">
            <StyleSelect.Value />
          </Button>
        </StyleSelect.Trigger>
        <StyleSelect.Portal>
          <StyleSelect.Content className="cn-popover" />
        </StyleSelect.Portal>
        <StyleSelect.Notice />
      </StyleSelect.Root>
      <Field.Error />
    </Field.Root>
  );
}

/** The host's own components around our behaviour: `asChild` puts a part onto them. */
export function ShadcnLikeForm({ value, onValueChange }: FormProps) {
  return (
    <ConfigForm.Root value={value} onValueChange={onValueChange} className="cn-card" aria-label="Picture">
      <ModeSwitch.Root>
        <ModeSwitch.Content value="manual">
          <Field.Root name="prompt.template" className="cn-field">
            <PromptEditor.Root>
              <PromptEditor.Label className="cn-label">Prompt</PromptEditor.Label>
              <PromptEditor.Highlight />
              <Textarea rows={3} />
              <PromptEditor.Suggestions />
            </PromptEditor.Root>
            <Field.Error />
          </Field.Root>
        </ModeSwitch.Content>
      </ModeSwitch.Root>
      <StyleField />
      <ConfigForm.Generate asChild>
        <Button>Draw</Button>
      </ConfigForm.Generate>
    </ConfigForm.Root>
  );
}
