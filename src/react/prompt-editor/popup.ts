import type { Box } from "./placePopup.js";
import { placePopup } from "./placePopup.js";

export interface PopupOptions {
  element: HTMLElement;
  /** What the popup belongs to: it follows this element. */
  owner: HTMLElement;
  anchor(): Box;
  /** Changes when the anchor moves inside its owner. */
  position(): string;
}

/** Shows an element in the top layer (or fixed, where there is none) and keeps it at its anchor until hidden. */
export function showPopup({ element, owner, anchor, position }: PopupOptions): () => void {
  const view = owner.ownerDocument.defaultView ?? window;
  let last = "";
  let frame = 0;

  function follow(): void {
    const box = owner.getBoundingClientRect();
    const viewport = view.visualViewport;
    const seen = viewport
      ? [viewport.width, viewport.height, viewport.offsetLeft, viewport.offsetTop]
      : [view.innerWidth];
    const now = [box.left, box.top, box.width, box.height, ...seen, position()].join();
    if (now !== last) {
      last = now;
      placePopup(element, anchor(), view.getComputedStyle(owner).direction === "rtl");
    }
    frame = view.requestAnimationFrame(follow);
  }

  Object.assign(element.style, { position: "fixed", margin: "0", inset: "auto", display: "" });
  element.hidden = false;
  element.dataset.open = "";
  if (typeof element.showPopover === "function" && element.isConnected && !element.matches(":popover-open")) {
    element.showPopover();
  }
  follow();
  return () => {
    view.cancelAnimationFrame(frame);
    hidePopup(element);
  };
}

/** Takes a popup away at once. */
export function hidePopup(element: HTMLElement): void {
  if (typeof element.hidePopover === "function" && element.matches(":popover-open")) element.hidePopover();
  element.hidden = true;
  element.style.display = "none";
  delete element.dataset.open;
}
