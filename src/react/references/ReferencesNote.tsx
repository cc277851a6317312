"use client";
import { createElementPart } from "../internal/createElementPart.js";
import { useReferencesContext } from "./ReferencesContext.js";
import { useReferenceMessages } from "./useReferenceMessages.js";

/**
 * Says what the model takes while there is no picture, and what to do about pictures that it does not take. Renders a `<p>`
 * element, or nothing while all fit.
 */
export const ReferencesNote = createElementPart("References.Note", "p", () => {
  const { references, uploads, max, model, canUpload } = useReferencesContext("References.Note");
  const t = useReferenceMessages();
  if (references.some(({ unused }) => unused))
    return {
      "data-state": max === 0 ? "unsupported" : "too_many",
      children:
        max === 0
          ? t("referenceImages.takesNone", { model })
          : t("referenceImages.takesFewer", { model, count: max }),
    };
  if (references.length + uploads.length > 0) return null;
  const key = canUpload ? "referenceImages.hint" : "referenceImages.limit";
  return { "data-state": "empty", children: t(key, { model, count: max }) };
});

/** Attributes of the note. */
export interface ReferencesNoteState {
  /** @selector [data-state] Nothing chosen yet, more pictures than the model takes, or a model that takes none. */
  state: "empty" | "too_many" | "unsupported";
}
