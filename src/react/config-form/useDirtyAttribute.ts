"use client";
import { useEffect, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import type { ConfigDraft } from "./configDraft.js";

/** Sets `data-dirty` on the form's element while there are edits: without a render, since this changes while typing. */
export function useDirtyAttribute(form: UseFormReturn<ConfigDraft>) {
  const [element, setElement] = useState<HTMLElement | null>(null);
  useEffect(() => {
    if (!element) return undefined;
    const show = () => element.toggleAttribute("data-dirty", form.control._formState.isDirty);
    show();
    return form.subscribe({ formState: { isDirty: true, values: true }, callback: show });
  }, [element, form]);
  return setElement;
}
