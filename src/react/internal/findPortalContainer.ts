/**
 * Finds the container for a popup of this element: the nearest open dialog, else the shadow root; `null` is the body.
 */
export function findPortalContainer(element: Element | null): HTMLElement | null {
  if (!element) return null;
  const dialog = element.closest<HTMLElement>('dialog[open], [role="dialog"], [role="alertdialog"]');
  if (dialog) return dialog;
  const root = element.getRootNode();
  // React portals into any node; the type of Radix's prop only knows elements.
  return typeof ShadowRoot !== "undefined" && root instanceof ShadowRoot
    ? (root as unknown as HTMLElement)
    : null;
}
