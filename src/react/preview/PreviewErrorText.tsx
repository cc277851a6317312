"use client";
import { createElementPart } from "../internal/createElementPart.js";
import { createLazy } from "../internal/createLazy.js";
import { usePreviewContext } from "./PreviewContext.js";
import { useErrorWords } from "./useErrorWords.js";

const useNote = createLazy(() => import("./errors/CreditsNote.js"));

/**
 * Text of a failure: what happened, what helps, whether an image was charged, and when exhausted credits are filled up. Renders a `<p>` element, or nothing while
 * the run is well.
 */
export const PreviewErrorText = createElementPart("Preview.ErrorText", "p", () => {
  const words = useErrorWords("Preview.ErrorText");
  const { error } = usePreviewContext("Preview.ErrorText").state;
  // An administrator's account with a provider is no matter of time.
  const note = useNote(error?.kind === "credits_exhausted" && error.reason !== "provider_account");
  return words && { children: note ? <note.CreditsNote>{words.text}</note.CreditsNote> : words.text };
});
