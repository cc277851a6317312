/** Finds everything in the page, its open shadow roots and its frames. */
export function findAll(selector: string): HTMLElement[] {
  const roots: (Document | ShadowRoot)[] = [document];
  for (const root of roots) {
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
      if (element instanceof HTMLIFrameElement && element.contentDocument)
        roots.push(element.contentDocument);
    }
  }
  return roots.flatMap((root) => [...root.querySelectorAll<HTMLElement>(selector)]);
}
