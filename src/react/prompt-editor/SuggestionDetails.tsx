"use client";
import type { Variable } from "../../template/index.js";
import { createElementPart } from "../internal/createElementPart.js";
import { useMessages } from "../messages/index.js";
import { suggestionCells, type SuggestionCell } from "./list/suggestionCells.js";
import { useSuggestion } from "./SuggestionContext.js";

/** The variable's type as one glyph. Renders a `<span>`. */
export const SuggestionType = createCell("PromptEditor.SuggestionType", "type");

/** The variable's path. Renders a `<span>`. */
export const SuggestionPath = createCell("PromptEditor.SuggestionPath", "path");

/** What the variable holds in the sample: in every row where it is short, written out in the active row only. */
export const SuggestionValue = createCell("PromptEditor.SuggestionValue", "value");

/** The node that provides the variable. Renders a `<span>`. */
export const SuggestionSource = createCell("PromptEditor.SuggestionSource", "source");

/** Attributes of the glyph of {@link SuggestionType}. */
export interface PromptEditorSuggestionTypeState {
  /** @selector [data-type] */
  type: Variable["type"];
}

function createCell(name: string, cell: SuggestionCell) {
  return createElementPart(name, "span", () => {
    const { variable, active } = useSuggestion(name);
    return suggestionCells[cell](variable, active, useMessages());
  });
}
