/** Checks that an element can be seen and pressed where it stands. */
export function isOnTop(element: Element): boolean {
  const { left, top, width, height } = element.getBoundingClientRect();
  const root = element.getRootNode() as Document | ShadowRoot;
  // Radix takes the pointer from the page, and a hit would go through what hides the list.
  const { style } = element.ownerDocument.body;
  const before = style.pointerEvents;
  style.pointerEvents = "auto";
  const hit = root.elementFromPoint(left + width / 2, top + height / 2);
  style.pointerEvents = before;
  return width > 0 && hit !== null && element.contains(hit);
}
