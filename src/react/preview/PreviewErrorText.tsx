"use client";
import { createElementPart } from "../internal/createElementPart.js";
import { useMessages } from "../messages/index.js";
import { errorWords } from "./getErrorActions.js";
import { usePreviewContext } from "./PreviewContext.js";

/**
 * Text of a failure: what happened, what helps, and whether an image was charged. Renders a `<p>` element, or nothing while
 * the run is well.
 */
export const PreviewErrorText = createElementPart("Preview.ErrorText", "p", () => {
  const { state, scope } = usePreviewContext("Preview.ErrorText");
  const words = errorWords(useMessages(), state, scope);
  return words && { children: words.text };
});
