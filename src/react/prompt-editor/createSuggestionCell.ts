"use client";
import { createElementPart } from "../internal/createElementPart.js";
import { editorWords, useWords } from "../messages/index.js";
import { suggestionCells, type SuggestionCell } from "./list/suggestionCells.js";
import { usePromptEditor } from "./PromptEditorContext.js";
import { useSuggestion } from "./SuggestionContext.js";

/** Creates a part that shows one cell of a row of the list. */
export function createSuggestionCell(name: string, cell: SuggestionCell) {
  return createElementPart(name, "span", () => {
    const { variable, active } = useSuggestion(name);
    const { editor } = usePromptEditor(name);
    return suggestionCells[cell](variable, active, useWords(editorWords), editor.display);
  });
}
