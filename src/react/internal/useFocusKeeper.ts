"use client";
import { useCallback, useState } from "react";
import { createFocusKeeper } from "./createFocusKeeper.js";

/** Returns a ref of the element in which focus is kept when the focused control goes away. */
export function useFocusKeeper(): (element: HTMLElement | null) => void {
  const [cell] = useState<{ stop: (() => void) | undefined }>({ stop: undefined });
  return useCallback(
    (element) => {
      cell.stop?.();
      cell.stop = element ? createFocusKeeper(element) : undefined;
    },
    [cell],
  );
}
