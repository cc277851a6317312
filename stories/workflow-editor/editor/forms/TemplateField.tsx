import { PromptEditor } from "image-generation-node";
import type { VariableSource } from "image-generation-node/template";

/** The library's prompt editor alone, as the text field of every node that takes variables. */
export function TemplateField({
  label,
  value,
  onValueChange,
  onRest,
  variables,
  rows = 1,
}: TemplateFieldProps) {
  return (
    <div className="wf-field" onBlur={onRest}>
      <PromptEditor.Root variables={variables} value={value} onValueChange={onValueChange}>
        <PromptEditor.Label>{label}</PromptEditor.Label>
        <div className="wf-editor" data-rows={rows}>
          <PromptEditor.Highlight />
          <PromptEditor.Input rows={rows} />
        </div>
        <PromptEditor.Suggestions />
        <PromptEditor.Diagnostics />
      </PromptEditor.Root>
    </div>
  );
}

interface TemplateFieldProps {
  label: string;
  value: string;
  onValueChange: (value: string) => void;
  /** Called when editing pauses: makes one step of the history. */
  onRest: () => void;
  variables: readonly VariableSource[];
  rows?: number | undefined;
}
