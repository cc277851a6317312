const POPUPS = [
  "dialog",
  "[popover]",
  "[role=dialog]",
  "[role=alertdialog]",
  "[role=listbox]",
  "[role=menu]",
  "[role=tree]",
  "[role=combobox][aria-expanded=true]",
].join();

/**
 * Checks whether an element stands in something that was opened inside of `around`: a window, a list, a menu, a tree.
 * What React hands through a portal stands elsewhere in the document, and counts too.
 */
export function isInPopup(element: Element, around: Element): boolean {
  if (!around.contains(element)) return true;
  const popup = element.closest(POPUPS);
  return popup !== null && popup !== around && around.contains(popup);
}
