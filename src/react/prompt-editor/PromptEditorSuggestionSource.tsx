"use client";
import { createSuggestionCell } from "./createSuggestionCell.js";

/** Names the node that provides the variable. Renders a `<span>`. */
export const PromptEditorSuggestionSource = createSuggestionCell("PromptEditor.SuggestionSource", "source");
