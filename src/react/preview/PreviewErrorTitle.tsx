"use client";
import { createElementPart } from "../internal/createElementPart.js";
import { useErrorWords } from "./useErrorWords.js";

/** Title of a failure, in a few words. Renders a `<strong>` element, or nothing while the run is well. */
export const PreviewErrorTitle = createElementPart("Preview.ErrorTitle", "strong", () => {
  const words = useErrorWords("Preview.ErrorTitle");
  return words && { children: words.title };
});
