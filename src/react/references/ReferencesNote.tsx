"use client";
import { useContext, useEffect } from "react";
import { FieldFormContext, useFieldContext } from "../field/index.js";
import { createElementPart } from "../internal/createElementPart.js";
import { useReferencesContext } from "./ReferencesContext.js";
import { useReferenceMessages } from "./useReferenceMessages.js";

/**
 * Says what is wrong with the list, what to do about pictures that the model does not take, and what it takes while there
 * is no picture. Renders a `<p>` element, or nothing while all fit.
 */
export const ReferencesNote = createElementPart("References.Note", "p", () => {
  const { references, uploads, max, min, model, canUpload } = useReferencesContext("References.Note");
  const { name, error, errorId } = useFieldContext("References.Note");
  const registerError = useContext(FieldFormContext)?.registerError;
  useEffect(() => registerError?.(name), [registerError, name]);
  const t = useReferenceMessages();
  if (error !== undefined) return { id: errorId, "data-state": "invalid", children: error };
  if (references.some(({ unused }) => unused))
    return {
      "data-state": max === 0 ? "unsupported" : "too_many",
      children:
        max === 0
          ? t("referenceImages.takesNone", { model })
          : t("referenceImages.takesFewer", { model, count: max }),
    };
  if (references.length + uploads.length > 0) return null;
  const words = canUpload ? "hint" : "limit";
  return {
    "data-state": "empty",
    children:
      min > 0
        ? t(`referenceImages.${words}Needed`, { model, count: min })
        : t(`referenceImages.${words}`, { model, count: max }),
  };
});

/** Attributes of the note. */
export interface ReferencesNoteState {
  /**
   * @selector [data-state] Nothing chosen yet, more pictures than the model takes, a model that takes none, or a fault of the
   * list that a run has found.
   */
  state: "empty" | "too_many" | "unsupported" | "invalid";
}
