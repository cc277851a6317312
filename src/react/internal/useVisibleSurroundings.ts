"use client";
import { useEffect } from "react";

/**
 * Takes back the `aria-hidden` that Radix puts on everything around an open list. A list of options is no modal
 * dialog: hidden, its own combobox and every focusable control of the page would sit inside `aria-hidden`, which
 * assistive technology may still land on. What a dialog around the list hides stays hidden.
 */
export function useVisibleSurroundings(list: Element | null): void {
  useEffect(() => {
    if (!list) return undefined;
    const around = list.closest('dialog, [role="dialog"], [role="alertdialog"]') ?? list.ownerDocument.body;
    const show = () => {
      for (const element of around.querySelectorAll('[data-aria-hidden][aria-hidden="true"]')) {
        element.removeAttribute("aria-hidden");
      }
    };
    // Radix hides in an effect of its own, which may come before or after this one.
    show();
    const observer = new MutationObserver(show);
    observer.observe(around, { attributes: true, attributeFilter: ["aria-hidden"], subtree: true });
    return () => observer.disconnect();
  }, [list]);
}
