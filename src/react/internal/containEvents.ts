import { listen } from "./listen.js";

/**
 * Keeps wheel and press events from a canvas around: it would zoom or drag the node. Native listeners, because a
 * canvas listens natively below the place where React would stop them.
 *
 * @returns a function that lets them through again
 */
export function containEvents(element: HTMLElement, onEvent?: (event: Event) => void): () => void {
  return listen(element, "wheel pointerdown mousedown", (event) => {
    event.stopPropagation();
    onEvent?.(event);
  });
}
