import { listen } from "./listen.js";

/**
 * Notices when an element's size, the window, or one of the named attributes of the element or of anything around it
 * changes; around means through shadow roots too.
 *
 * @returns a function that stops observing
 */
export function observeElement(
  element: HTMLElement,
  own: string[],
  inherited: string[],
  onChange: () => void,
): () => void {
  const view = element.ownerDocument.defaultView ?? window;
  const stops = [listen(view, "resize", onChange)];
  if (typeof view.ResizeObserver === "function") {
    const sizes = new view.ResizeObserver(onChange);
    sizes.observe(element);
    if (element.parentElement) sizes.observe(element.parentElement);
    stops.push(() => sizes.disconnect());
  }
  const attributes = new view.MutationObserver(onChange);
  attributes.observe(element, { attributeFilter: [...own, ...inherited] });
  for (let node = parentOf(element); node; node = parentOf(node)) {
    if ("host" in node) continue;
    attributes.observe(node, { attributeFilter: inherited });
  }
  stops.push(() => attributes.disconnect());
  return () => stops.forEach((stop) => stop());
}

function parentOf(node: Node): Node | null {
  if (node.parentNode?.nodeType === Node.DOCUMENT_NODE) return null;
  return node.parentNode ?? (node as Partial<ShadowRoot>).host ?? null;
}
