"use client";
import { createElementPart } from "../internal/createElementPart.js";
import { useMessages } from "../messages/index.js";
import { errorWords } from "./getErrorActions.js";
import { usePreviewContext } from "./PreviewContext.js";

/** Title of a failure, in a few words. Renders a `<strong>` element, or nothing while the run is well. */
export const PreviewErrorTitle = createElementPart("Preview.ErrorTitle", "strong", () => {
  const { state, scope } = usePreviewContext("Preview.ErrorTitle");
  const words = errorWords(useMessages(), state, scope);
  return words && { children: words.title };
});
