import type { Box } from "./placePopup.js";
import { placePopup } from "./placePopup.js";

export interface PopupOptions {
  element: HTMLElement;
  /** What the popup belongs to: it follows this element. */
  owner: HTMLElement;
  anchor(): Box;
  /** The owner can't be used any more: it was disabled or hidden. */
  onLost(): void;
  /** Changes when the anchor moves inside its owner. */
  position(): string;
}

/** Shows an element in the top layer (or fixed, where there is none) and keeps it at its anchor until hidden. */
export function showPopup({ element, owner, anchor, position, onLost }: PopupOptions): () => void {
  const view = owner.ownerDocument.defaultView ?? window;
  let last = "";
  let frame = 0;

  function follow(): void {
    if (owner.matches(":disabled") || !isRendered(owner)) return onLost();
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
  // A style sheet may know popovers where the script does not.
  if (typeof element.showPopover !== "function") element.style.display = "block";
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

/** Where there is no layout at all, nothing counts as hidden. */
function isRendered(element: HTMLElement): boolean {
  return typeof element.checkVisibility !== "function" || element.checkVisibility();
}

/** Takes a popup away at once. */
export function hidePopup(element: HTMLElement): void {
  if (typeof element.hidePopover === "function" && element.matches(":popover-open")) element.hidePopover();
  element.hidden = true;
  element.style.display = "none";
  delete element.dataset.open;
}
