"use client";
import { createSuggestionCell } from "./createSuggestionCell.js";

/**
 * Shows the variable's sample value: in every row where it is short, an object or array in the active row only. Renders
 * a `<span>`, or nothing where there is no sample.
 */
export const PromptEditorSuggestionValue = createSuggestionCell("PromptEditor.SuggestionValue", "value");
