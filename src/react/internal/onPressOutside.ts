import { listen } from "./listen.js";
import { isShadowRoot, rootsAround } from "./rootsAround.js";

/**
 * Calls back when something else than these elements is pressed. Listens in each root around them, since a closed
 * shadow root hides from who listens outside what was pressed in it.
 *
 * @param elements of one root
 * @returns a function that stops listening
 */
export function onPressOutside(elements: readonly Element[], onPress: () => void): () => void {
  const [first] = elements;
  const stops = (first ? rootsAround(first) : []).map(({ root, element }) => {
    const known = element === first ? elements : [element];
    const target = isShadowRoot(root) ? root : (root.defaultView ?? root);
    return listen(
      target,
      "pointerdown",
      (event) => {
        const path = event.composedPath();
        if (!known.some((inside) => path.includes(inside))) onPress();
      },
      true,
    );
  });
  return () => stops.forEach((stop) => stop());
}
