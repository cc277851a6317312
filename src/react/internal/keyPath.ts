import { isShadowRoot, rootsAround } from "./rootsAround.js";

/**
 * Returns the path of a key event from its target outwards. A closed shadow root hides its part from who listens
 * outside; where one of `elements` stands in such a root, the focused element there is the target.
 */
export function keyPath(event: Event, elements: readonly Element[]): EventTarget[] {
  const path = event.composedPath();
  const roots = elements.flatMap(rootsAround).reverse();
  for (const { root } of roots) {
    if (!isShadowRoot(root) || path[0] !== root.host || !root.activeElement) continue;
    const inside: EventTarget[] = [];
    for (let node: Node | null = root.activeElement; node; node = node.parentNode) inside.push(node);
    path.unshift(...inside);
  }
  return path;
}
