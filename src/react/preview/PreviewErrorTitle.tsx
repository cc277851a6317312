"use client";
import { createElementPart } from "../internal/createElementPart.js";
import { resultWords, useMessagesWith } from "../messages/index.js";
import { usePreviewContext } from "./PreviewContext.js";
import { useErrorWords } from "./useErrorWords.js";

/**
 * Title of a failure, in a few words; for the eye alone where `Preview.Status` says the same, such as "Still running".
 * Renders a `<strong>` element, or nothing while the run is well.
 */
export const PreviewErrorTitle = createElementPart("Preview.ErrorTitle", "strong", () => {
  const words = useErrorWords("Preview.ErrorTitle");
  const { status } = usePreviewContext("Preview.ErrorTitle").state;
  const t = useMessagesWith(resultWords);
  return (
    words && { "aria-hidden": words.title === t(`status.${status}`) || undefined, children: words.title }
  );
});
