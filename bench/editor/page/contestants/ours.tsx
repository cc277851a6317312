import { PromptEditor } from "image-generation-node";
import { useMemo } from "react";
import type { ContestantProps } from "../contestant.js";
import { makeSources } from "../variables.js";

/** Ours with everything on: fuzzy path search, highlighting, diagnostics. */
export function Ours({ text, paths }: ContestantProps) {
  const sources = useMemo(() => makeSources(paths), [paths]);
  return (
    <PromptEditor.Root variables={sources} defaultValue={text}>
      <PromptEditor.Label>Prompt</PromptEditor.Label>
      <PromptEditor.Highlight />
      <PromptEditor.Input spellCheck={false} />
      <PromptEditor.Suggestions />
      <PromptEditor.Diagnostics />
    </PromptEditor.Root>
  );
}
