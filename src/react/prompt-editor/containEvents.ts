const CONTAINED = ["wheel", "pointerdown", "mousedown"] as const;

/**
 * Keeps wheel and press events from a canvas around: it would zoom or drag the node. Native listeners, because a
 * canvas listens natively below the place where React would stop them.
 *
 * @returns lets them through again
 */
export function containEvents(element: HTMLElement, onEvent?: (event: Event) => void): () => void {
  const contain = (event: Event) => {
    event.stopPropagation();
    onEvent?.(event);
  };
  for (const type of CONTAINED) element.addEventListener(type, contain);
  return () => {
    for (const type of CONTAINED) element.removeEventListener(type, contain);
  };
}
