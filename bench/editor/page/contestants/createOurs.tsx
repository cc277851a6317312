import { PromptEditor } from "image-generation-node";
import type { ContestantProps } from "../contestantProps.js";
import { makeSources } from "../makePaths.js";

/** Ours with everything on: fuzzy path search, highlighting, diagnostics. */
export function createOurs(paths: readonly string[], rows?: number) {
  const sources = makeSources(paths);
  return function Ours({ text }: ContestantProps) {
    return (
      <PromptEditor.Root variables={sources} defaultValue={text} limit={rows}>
        <PromptEditor.Label>Prompt</PromptEditor.Label>
        <PromptEditor.Highlight />
        <PromptEditor.Input spellCheck={false} />
        <PromptEditor.Suggestions />
        <PromptEditor.Diagnostics />
      </PromptEditor.Root>
    );
  };
}
