"use client";
import { useEffect } from "react";
import { holdEscape } from "../../internal/holdEscape.js";
import { onPressOutside } from "../../internal/onPressOutside.js";
import { useLatest } from "../../internal/useLatest.js";

/**
 * Closes an open list on Escape, before anybody in the page hears of the key, and in another window's document on a
 * press elsewhere, which Radix takes for none.
 */
export function useListDismissal(
  list: HTMLElement | null,
  trigger: HTMLElement | null,
  onEscape: (event: KeyboardEvent) => void,
  onClose: () => void,
): void {
  const latest = useLatest({ onEscape, onClose });
  useEffect(() => {
    if (!list) return undefined;
    const view = list.ownerDocument.defaultView ?? window;
    const release = holdEscape(view, {
      elements: () => [list, trigger],
      close(event) {
        latest.current.onEscape(event);
        if (!event.defaultPrevented) latest.current.onClose();
      },
    });
    if (view === window) return release;
    const stop = onPressOutside([list], () => latest.current.onClose());
    return () => {
      release();
      stop();
    };
  }, [list, trigger, latest]);
}
