import { PromptEditor } from "image-generation-node";
import type { VariableSource } from "image-generation-node/template";
import { useState } from "react";
import { findPaths, findToken } from "../../editor/page/token.js";

/** Text and list of an editor, both kept by its host. */
export interface EditorProps {
  readonly text: string;
  readonly onTextChange: (text: string) => void;
  readonly variables: readonly VariableSource[];
}

/** A textarea without a list. */
export function Bare({ text, onTextChange }: EditorProps) {
  return (
    <textarea
      aria-label="Prompt"
      spellCheck={false}
      value={text}
      onChange={({ currentTarget }) => onTextChange(currentTarget.value)}
    />
  );
}

/** A textarea with ten rows that hold what was typed, looked for among the paths of the list as it is now. */
export function Naive({ text, onTextChange, variables }: EditorProps) {
  const [caret, setCaret] = useState(0);
  const token = findToken(text, caret);
  const hits = token ? findPaths(variables.flatMap(pathsOf), token.query) : [];
  return (
    <div>
      <textarea
        aria-label="Prompt"
        spellCheck={false}
        value={text}
        onChange={({ currentTarget: field }) => {
          onTextChange(field.value);
          setCaret(field.selectionStart);
        }}
      />
      {hits.length > 0 && (
        <div role="listbox" aria-label="Variables">
          {hits.map((hit, index) => (
            <div key={hit} role="option" aria-selected={index === 0}>
              {hit}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

function pathsOf({ slug, sample }: VariableSource): readonly string[] {
  const { output } = sample as { output: object };
  return Object.keys(output).map((leaf) => `${slug}.output.${leaf}`);
}

/** Ours with everything on. */
export function Ours({ text, onTextChange, variables }: EditorProps) {
  return (
    <PromptEditor.Root variables={variables} value={text} onValueChange={onTextChange} limit={10}>
      <PromptEditor.Label>Prompt</PromptEditor.Label>
      <PromptEditor.Highlight />
      <PromptEditor.Input spellCheck={false} />
      <PromptEditor.Suggestions />
      <PromptEditor.Diagnostics />
    </PromptEditor.Root>
  );
}
