"use client";
import { useCallback, useState } from "react";
import { useLatest } from "./useLatest.js";

/**
 * Keeps a value that the host may hold (`value`) or leave to us (`defaultValue`). The callback fires in the event
 * itself.
 */
export function useControllableState<T>(options: {
  value: T | undefined;
  defaultValue: T;
  onValueChange: ((value: T) => void) | undefined;
}): [value: T, setValue: (value: T) => void] {
  const [own, setOwn] = useState(options.defaultValue);
  const current = options.value === undefined ? own : options.value;
  const latest = useLatest({ ...options, current });
  const setValue = useCallback(
    (next: T) => {
      if (Object.is(next, latest.current.current)) return;
      if (latest.current.value === undefined) setOwn(next);
      latest.current.onValueChange?.(next);
    },
    [latest],
  );
  return [current, setValue];
}
