"use client";
import { useEffect, useState } from "react";
import type { ConfigFormContextValue } from "./ConfigFormContext.js";

/** Reads a text of the form once editing has paused, so that nothing renders or judges while somebody types. */
export function useDebouncedField(
  { form }: ConfigFormContextValue,
  path: "prompt.template" | "prompt.instructions",
  delayMs: number,
): string {
  const [text, setText] = useState(() => form.getValues(path));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () => setText(form.getValues(path));
    const unsubscribe = form.subscribe({
      formState: { values: true },
      callback() {
        clearTimeout(timer);
        timer = setTimeout(read, delayMs);
      },
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [form, path, delayMs]);
  return text;
}
