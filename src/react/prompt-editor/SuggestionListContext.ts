"use client";
import { createStrictContext } from "../internal/createStrictContext.js";
import type { SuggestionState } from "./list/suggestionState.js";

/** List as it is drawn, for the parts inside it. */
export const [SuggestionListProvider, useSuggestionList] = createStrictContext<SuggestionState>(
  "PromptEditor.Suggestions",
  "what the list holds",
);
