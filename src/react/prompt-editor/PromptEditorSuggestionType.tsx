"use client";
import type { Variable } from "../../template/index.js";
import { createSuggestionCell } from "./createSuggestionCell.js";

/** Shows the variable's type as one glyph. Renders a `<span>`. */
export const PromptEditorSuggestionType = createSuggestionCell("PromptEditor.SuggestionType", "type");

/** Attributes of the glyph of {@link PromptEditorSuggestionType}. */
export interface PromptEditorSuggestionTypeState {
  /** @selector [data-type] Type of the variable's value. */
  type: Variable["type"];
}
