"use client";
import { createStrictContext } from "../internal/createStrictContext.js";
import type { PromptHint } from "./promptHints.js";

interface HintContextValue {
  hint: PromptHint;
  /** Key by which it is dismissed. */
  key: string;
  /** Field that the hint is about. */
  path: string;
}

export const [HintProvider, useHint] = createStrictContext<HintContextValue>(
  "ConfigForm.Hints",
  "its advice",
);
