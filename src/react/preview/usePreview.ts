"use client";
import { usePreviewContext } from "./PreviewContext.js";
import type { PreviewContextValue } from "./PreviewContext.js";

/**
 * Reads the preview around a part, for parts of the host's own. Throws outside of `Preview.Root`.
 *
 * @example
 * function Caption() {
 *   const { generation } = usePreview();
 *   return generation ? <figcaption>{generation.output.prompt}</figcaption> : null;
 * }
 */
export function usePreview(): PreviewContextValue {
  return usePreviewContext("usePreview()");
}
