"use client";
import { useCallback, useEffect, useRef } from "react";
import type { UseFormReturn } from "react-hook-form";
import type { ConfigDraft } from "./ConfigDraft.js";

/** Sets `data-dirty` on the form's element while there are edits: without a render, since this changes while typing. */
export function useDirtyAttribute(form: UseFormReturn<ConfigDraft>) {
  const element = useRef<HTMLElement>(null);
  const show = useCallback(
    () => element.current?.toggleAttribute("data-dirty", form.control._formState.isDirty),
    [form],
  );
  useEffect(() => {
    show();
    return form.subscribe({ formState: { isDirty: true, values: true }, callback: show });
  }, [form, show]);
  return useCallback(
    (node: HTMLElement | null) => {
      element.current = node;
      show();
    },
    [show],
  );
}
