"use client";
import { useEffect } from "react";

/**
 * Takes back the `aria-hidden` that Radix puts on everything around an open list. A list of options is no modal
 * dialog: hidden, its own combobox and every focusable control of the page would sit inside `aria-hidden`, which
 * assistive technology may still land on. Elements that somebody else hid stay hidden.
 */
export function useVisibleSurroundings(list: Element | null): void {
  useEffect(() => {
    if (!list) return undefined;
    const { body } = list.ownerDocument;
    const show = (element: Element) => {
      if (element.hasAttribute("data-aria-hidden")) element.removeAttribute("aria-hidden");
    };
    const observer = new MutationObserver((records) => {
      for (const { target, oldValue } of records) {
        if (oldValue === null && target instanceof Element) show(target);
      }
    });
    observer.observe(body, {
      attributes: true,
      attributeFilter: ["aria-hidden"],
      attributeOldValue: true,
      subtree: true,
    });
    return () => observer.disconnect();
  }, [list]);
}
