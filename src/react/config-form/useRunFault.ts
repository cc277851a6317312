"use client";
import { useCallback, useEffect, useSyncExternalStore } from "react";
import type { PartAttributes } from "../internal/createElementPart.js";
import { useConfigFormContext } from "./ConfigFormContext.js";

/** Returns the attributes of the element that says why a run could not begin; `null` while nothing is wrong. */
export function useRunFault(part: string): PartAttributes | null {
  const { form, formErrors } = useConfigFormContext(part);
  const subscribe = useCallback(
    (listener: () => void) => form.subscribe({ formState: { errors: true }, callback: listener }),
    [form],
  );
  const words = useSyncExternalStore(
    subscribe,
    () => form.control._formState.errors.root?.run?.message,
    () => undefined,
  );
  useEffect(() => {
    if (words !== undefined) formErrors.settle();
  }, [formErrors, words]);
  return words === undefined ? null : { "data-state": "run", role: "alert", tabIndex: -1, children: words };
}
