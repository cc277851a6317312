"use client";
import { createSuggestionCell } from "./createSuggestionCell.js";

/** Shows the variable's path. Renders a `<span>`. */
export const PromptEditorSuggestionPath = createSuggestionCell("PromptEditor.SuggestionPath", "path");
