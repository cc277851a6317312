import { listen } from "./listen.js";

/**
 * Keeps the wheel from a canvas around, which would zoom. A native listener, because a canvas listens natively, below
 * the place where React would stop it. Presses go on: a host closes its menus and dialogs by them.
 *
 * @returns a function that lets it through again
 */
export function containWheel(element: HTMLElement | null): () => void {
  return listen(element, "wheel", (event) => event.stopPropagation());
}
