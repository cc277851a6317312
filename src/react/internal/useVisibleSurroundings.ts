"use client";
import { useIsomorphicLayoutEffect } from "./useIsomorphicLayoutEffect.js";

/**
 * Takes back the `aria-hidden` that Radix puts on everything around an open list. A list of options is no modal
 * dialog: hidden, its own combobox and every focusable control of the page would sit inside `aria-hidden`, which
 * assistive technology may still land on. What was hidden before stays hidden.
 */
export function useVisibleSurroundings(list: Element | null): void {
  useIsomorphicLayoutEffect(() => {
    if (!list) return undefined;
    const around = list.closest('dialog, [role="dialog"], [role="alertdialog"]') ?? list.ownerDocument.body;
    // Icons and the like, which Radix marks but does not hide. Its effect comes after this one.
    const hidden = new Set(around.querySelectorAll('[aria-hidden="true"]'));
    const show = () => {
      for (const element of around.querySelectorAll('[data-aria-hidden][aria-hidden="true"]')) {
        if (!hidden.has(element)) element.removeAttribute("aria-hidden");
      }
    };
    const observer = new MutationObserver(show);
    observer.observe(around, { attributes: true, attributeFilter: ["aria-hidden"], subtree: true });
    return () => observer.disconnect();
  }, [list]);
}
