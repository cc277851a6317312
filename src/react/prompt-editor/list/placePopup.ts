/** Box in viewport coordinates, CSS pixels. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface PlacementInput {
  anchor: Box;
  popup: { width: number; height: number };
  /** Part of the layout viewport that can be seen. */
  visible: Box;
  /** End of the layout viewport, which `bottom` counts from. */
  viewportHeight: number;
  rtl: boolean;
}

export interface Placement {
  side: "top" | "bottom";
  left: number;
  /** Distance from the viewport's top; `null` where the popup hangs above its anchor. */
  top: number | null;
  /** Distance from the viewport's bottom; `null` where the popup hangs below its anchor. */
  bottom: number | null;
  maxHeight: number;
}

const GAP = 4;
const MARGIN = 8;
const MIN_HEIGHT = 80;

/** Computes a place below the anchor, or above it where that gives more room; cut and pushed to stay visible. */
export function computePlacement({ anchor, popup, visible, viewportHeight, rtl }: PlacementInput): Placement {
  const below = visible.bottom - anchor.bottom - GAP - MARGIN;
  const above = anchor.top - visible.top - GAP - MARGIN;
  const side = popup.height > below && above > below ? "top" : "bottom";
  const wanted = rtl ? anchor.right - popup.width : anchor.left;
  const left = Math.max(visible.left + MARGIN, Math.min(wanted, visible.right - popup.width - MARGIN));
  const highest = visible.top + MARGIN;
  const lowest = visible.bottom - MARGIN;
  // An anchor that is scrolled out of sight drags the popup no further than to the edge, and makes it no taller.
  if (side === "top") {
    const end = Math.max(highest + MIN_HEIGHT, Math.min(anchor.top - GAP, lowest));
    return { side, left, top: null, bottom: viewportHeight - end, maxHeight: end - highest };
  }
  const top = Math.max(highest, Math.min(anchor.bottom + GAP, lowest - MIN_HEIGHT));
  return { side, left, top, bottom: null, maxHeight: Math.max(MIN_HEIGHT, lowest - top) };
}

/** Places a popup at its anchor. Styles go through the CSSOM, so that a strict style policy holds. */
export function placePopup(popup: HTMLElement, anchor: Box, rtl: boolean): void {
  const view = popup.ownerDocument.defaultView;
  if (!view) return;
  const { visualViewport, innerHeight, innerWidth } = view;
  const {
    offsetLeft: left,
    offsetTop: top,
    width,
    height,
  } = visualViewport ?? {
    offsetLeft: 0,
    offsetTop: 0,
    width: innerWidth,
    height: innerHeight,
  };
  // What is measured and what is limited must be the same box, and no narrower for where it stood before.
  Object.assign(popup.style, { left: "0", maxHeight: "", maxWidth: "", boxSizing: "border-box" });
  const room = width - 2 * MARGIN;
  // A pinched page shows less than its style sheet knows of.
  if (popup.offsetWidth > room) popup.style.maxWidth = `${room}px`;
  const placement = computePlacement({
    anchor,
    popup: { width: popup.offsetWidth, height: popup.offsetHeight },
    visible: { left, top, right: left + width, bottom: top + height },
    viewportHeight: innerHeight,
    rtl,
  });
  if (placement.bottom !== null) {
    // A scroll bar of the page may stand above the window's end, and the bar of a phone's browser comes and goes there: what
    // tells is how far the popup goes from the top to the bottom. What a style sheet does to it, it does in both places.
    const topAt = (top: string, bottom: string) => {
      Object.assign(popup.style, { top, bottom });
      return popup.getBoundingClientRect().top;
    };
    placement.bottom += popup.offsetHeight - innerHeight - topAt("0", "auto") + topAt("auto", "0");
  }
  const pixels = (value: number | null) => (value === null ? "auto" : `${value}px`);
  for (const name of ["left", "top", "bottom", "maxHeight"] as const)
    popup.style[name] = pixels(placement[name]);
  popup.dataset.side = placement.side;
}
