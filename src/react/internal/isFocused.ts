/** Tells whether an element has focus, also in a shadow root that its page can't look into. */
export function isFocused(element: Element): boolean {
  return (element.getRootNode() as Document | ShadowRoot).activeElement === element;
}
