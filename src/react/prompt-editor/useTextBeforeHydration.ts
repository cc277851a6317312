"use client";
import { useState } from "react";
import { useIsomorphicLayoutEffect } from "../internal/useIsomorphicLayoutEffect.js";
import { toFieldText } from "./textarea/toFieldText.js";
import { useIsHydrating } from "./useIsHydrating.js";

/**
 * Keeps what somebody typed into the server's field before React was there: React puts the first text back when it takes
 * the field over.
 *
 * @param id the field's id, by which it is found while React has no ref to it yet
 */
export function useTextBeforeHydration(id: string): void {
  const hydrates = useIsHydrating();
  const [typed] = useState(() => (hydrates ? readTyped(id) : null));
  useIsomorphicLayoutEffect(() => {
    if (!typed || isEdited(typed.field)) return;
    const { field, text, start, end, direction } = typed;
    field.value = text;
    field.setSelectionRange(start, end, direction);
  }, [typed]);
}

const isEdited = (field: HTMLTextAreaElement) => field.value !== toFieldText(field.defaultValue);

function readTyped(id: string) {
  if (typeof document === "undefined") return null;
  const field = document.getElementById(id);
  if (!(field instanceof HTMLTextAreaElement) || !isEdited(field)) return null;
  const { value: text, selectionStart: start, selectionEnd: end, selectionDirection: direction } = field;
  return { field, text, start, end, direction };
}
