import FormLabel from "@mui/material/FormLabel";
import type { InputBaseComponentProps } from "@mui/material/InputBase";
import OutlinedInput from "@mui/material/OutlinedInput";
import { Field, PromptEditor } from "image-generation-node";
import { forwardRef } from "react";

// OutlinedInput's own ref is a box; `inputComponent` is the field in it. Of what it passes on, the field takes the look
// and the focus alone: its name, value and state are the prompt editor's.
const Input = forwardRef<HTMLTextAreaElement, InputBaseComponentProps>(function Input(props, ref) {
  const { className, onFocus, onBlur } = props;
  return <PromptEditor.Input className={className} onFocus={onFocus} onBlur={onBlur} rows={4} ref={ref} />;
});

/** The prompt in MUI's outlined field. */
export function MuiPrompt() {
  return (
    <Field.Root name="prompt.template">
      <PromptEditor.Root>
        <PromptEditor.Label asChild>
          <FormLabel>Prompt</FormLabel>
        </PromptEditor.Label>
        <PromptEditor.Highlight />
        <OutlinedInput multiline fullWidth inputComponent={Input} />
        <PromptEditor.Suggestions />
        <PromptEditor.Diagnostics />
      </PromptEditor.Root>
      <Field.Error />
    </Field.Root>
  );
}
