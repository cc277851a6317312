"use client";
import { resultWords, useMessagesWith } from "../messages/index.js";
import { errorWords } from "./errors/errorWords.js";
import type { ErrorWords } from "./errors/errorWords.js";
import { usePreviewContext } from "./PreviewContext.js";
import { useAdvice } from "./useAdvice.js";

/** Words a run without an image; `null` while it is well, and once its image has come after the time limit. */
export function useErrorWords(part: string): ErrorWords | null {
  const { state, scope } = usePreviewContext(part);
  const t = useMessagesWith(resultWords);
  return useAdvice(part) && errorWords(t, state, scope);
}
