"use client";
import { useEffect, useState } from "react";
import type { ConfigFormContextValue } from "./ConfigFormContext.js";

/** A text of the form as it was at the last pause, so that nothing renders or judges while somebody types. */
export function useRestingField(
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
