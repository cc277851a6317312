/** Checks that an element can be seen and pressed where it stands. Changes no node, so that it can be waited for by changes. */
export function isOnTop(element: Element): boolean {
  const { left, top, width, height } = element.getBoundingClientRect();
  const root = element.getRootNode() as Document | ShadowRoot;
  const { ownerDocument } = element;
  // Radix takes the pointer from the page, and a hit would go through what hides the list.
  const { CSSStyleSheet } = ownerDocument.defaultView as Window & typeof globalThis;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("body { pointer-events: auto !important }");
  const before = [...ownerDocument.adoptedStyleSheets];
  ownerDocument.adoptedStyleSheets = [...before, sheet];
  const hit = root.elementFromPoint(left + width / 2, top + height / 2);
  ownerDocument.adoptedStyleSheets = before;
  return width > 0 && hit !== null && element.contains(hit);
}
