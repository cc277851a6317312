import { PromptEditor } from "image-generation-node";
import { useState } from "react";
import { variables } from "./variables.js";

/** The editor alone, without a form around it. */
export function PromptField() {
  const [text, setText] = useState("A {{trigger.output.style}} fox");
  return (
    <PromptEditor.Root variables={variables} value={text} onValueChange={setText}>
      <PromptEditor.Label>Prompt</PromptEditor.Label>
      <PromptEditor.Highlight />
      <PromptEditor.Input rows={4} />
      <PromptEditor.InsertButton />
      <PromptEditor.Suggestions />
      <PromptEditor.Diagnostics />
      <PromptEditor.Resolved />
    </PromptEditor.Root>
  );
}
