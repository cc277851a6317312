"use client";
import { createElementPart } from "../internal/createElementPart.js";
import { useErrorWords } from "./useErrorWords.js";

/**
 * Text of a failure: what happened, what helps, and whether an image was charged. Renders a `<p>` element, or nothing while
 * the run is well.
 */
export const PreviewErrorText = createElementPart("Preview.ErrorText", "p", () => {
  const words = useErrorWords("Preview.ErrorText");
  return words && { children: words.text };
});
