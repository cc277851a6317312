"use client";
import { useMemo, useRef } from "react";
import type { RefObject } from "react";
import { useIsomorphicLayoutEffect } from "../internal/useIsomorphicLayoutEffect.js";

/**
 * Moves focus once what it should go to is rendered: to the first control of these selectors that takes it. Only where the
 * focus is inside already; a host's own buttons keep it.
 *
 * @param root element around the controls
 * @param rendered value that changes with what is rendered
 */
export function useFocusWish(
  root: RefObject<HTMLElement | null>,
  rendered: unknown,
): (selectors: readonly string[]) => void {
  const wish = useRef<readonly string[]>(null);
  useIsomorphicLayoutEffect(() => {
    const selectors = wish.current ?? [];
    wish.current = null;
    for (const selector of selectors) {
      const control = root.current?.querySelector<HTMLElement>(selector);
      if (!control || control.matches(":disabled")) continue;
      control.focus();
      return;
    }
  }, [rendered, root]);
  return useMemo(
    () => (selectors) => {
      if (root.current?.matches(":focus-within")) wish.current = selectors;
    },
    [root],
  );
}
