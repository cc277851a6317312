/** Root of a tree, and the element by which events in it are known there. */
export interface TreeRoot {
  root: Document | ShadowRoot;
  element: Element;
}

/** Tells whether a root is that of a shadow; a link that stands in no document has a `host` too. */
export const isShadowRoot = (root: Node): root is ShadowRoot => root.nodeType === 11 && "host" in root;

/** Lists the roots around an element from the inside out: its own, that of its host, and so on to the document. */
export function rootsAround(element: Element): TreeRoot[] {
  const roots: TreeRoot[] = [];
  for (let at: Element | undefined = element; at;) {
    const root = at.getRootNode() as Document | ShadowRoot;
    roots.push({ root, element: at });
    at = isShadowRoot(root) ? root.host : undefined;
  }
  return roots;
}
