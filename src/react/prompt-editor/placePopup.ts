/** A box in viewport coordinates, CSS pixels. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface PlacementInput {
  anchor: Box;
  popup: { width: number; height: number };
  /** The part of the layout viewport that can be seen. */
  visible: Box;
  /** Height of the layout viewport, which `bottom` counts from. */
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

/** Below the anchor, above it where that gives more room; cut and pushed to stay visible. */
export function computePlacement({ anchor, popup, visible, viewportHeight, rtl }: PlacementInput): Placement {
  const below = visible.bottom - anchor.bottom - GAP - MARGIN;
  const above = anchor.top - visible.top - GAP - MARGIN;
  const side = popup.height > below && above > below ? "top" : "bottom";
  const wanted = rtl ? anchor.right - popup.width : anchor.left;
  const left = Math.max(visible.left + MARGIN, Math.min(wanted, visible.right - popup.width - MARGIN));
  const maxHeight = Math.max(MIN_HEIGHT, side === "top" ? above : below);
  // An anchor scrolled out of sight must not drag the popup along.
  if (side === "top") {
    const edge = Math.max(anchor.top, visible.top + MARGIN + MIN_HEIGHT + GAP);
    return {
      side,
      left,
      top: null,
      bottom: viewportHeight - Math.min(edge, visible.bottom - MARGIN) + GAP,
      maxHeight,
    };
  }
  const top = Math.min(anchor.bottom + GAP, visible.bottom - MARGIN - MIN_HEIGHT);
  return { side, left, top: Math.max(top, visible.top + MARGIN), bottom: null, maxHeight };
}

/** Measures, computes and applies. Styles go through the CSSOM, so that a strict style policy holds. */
export function placePopup(popup: HTMLElement, anchor: Box, rtl: boolean): void {
  const view = popup.ownerDocument.defaultView;
  if (!view) return;
  const { visualViewport, innerHeight, innerWidth } = view;
  const left = visualViewport?.offsetLeft ?? 0;
  const top = visualViewport?.offsetTop ?? 0;
  popup.style.maxHeight = "";
  // What is measured and what is limited must be the same box.
  popup.style.boxSizing = "border-box";
  const placement = computePlacement({
    anchor,
    popup: { width: popup.offsetWidth, height: popup.offsetHeight },
    visible: {
      left,
      top,
      right: left + (visualViewport?.width ?? innerWidth),
      bottom: top + (visualViewport?.height ?? innerHeight),
    },
    viewportHeight: innerHeight,
    rtl,
  });
  const pixels = (value: number | null) => (value === null ? "auto" : `${value}px`);
  popup.style.left = pixels(placement.left);
  popup.style.top = pixels(placement.top);
  popup.style.bottom = pixels(placement.bottom);
  popup.style.maxHeight = pixels(placement.maxHeight);
  popup.dataset.side = placement.side;
}
