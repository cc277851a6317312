"use client";
import type { Variable } from "../../template/index.js";
import { createStrictContext } from "../internal/createStrictContext.js";

/** Row of the list. */
export interface SuggestionContextValue {
  variable: Variable;
  /** Place in the list, from 0. */
  position: number;
  active: boolean;
  /** Number of matches in all. */
  total: number;
}

export const [SuggestionProvider, useSuggestion] = createStrictContext<SuggestionContextValue>(
  "PromptEditor.Suggestions",
  "its variable",
);
