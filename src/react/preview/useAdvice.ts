"use client";
import { getErrorActions } from "./errors/getErrorActions.js";
import { usePreviewContext } from "./PreviewContext.js";

/**
 * Reads what a run without an image says and which action helps. Returns `null` while the run is well, and once its image
 * has come after the time limit: there is nothing to repeat and to pay again.
 */
export function useAdvice(part: string): ReturnType<typeof getErrorActions> {
  const { state, late } = usePreviewContext(part);
  return late.generation ? null : getErrorActions(state);
}
