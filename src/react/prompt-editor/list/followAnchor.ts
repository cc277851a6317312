import { listen } from "../../internal/listen.js";
import { observeElement } from "../../internal/observeElement.js";
import { placePopup, type Box } from "./placePopup.js";

/** Milliseconds after which a popup looks by itself: nothing tells of an animation or of a style sheet that came. */
const LOOK_MS = 500;

export interface FollowOptions {
  element: HTMLElement;
  /** Element that the popup belongs to and follows. */
  owner: HTMLElement;
  anchor(): Box;
  /** Called when the owner can't be used any more: it was disabled or hidden. */
  onLost(): void;
  /** Describes where the anchor stands inside its owner, in words that change when it moves. */
  position(): string;
}

/**
 * Places a popup and keeps it at its anchor. It looks again when something tells of a change, not at every frame: a
 * loop over frames cost more than everything else that a key sets off.
 *
 * @returns a function that stops following
 */
export function followAnchor({ element, owner, anchor, position, onLost }: FollowOptions): () => void {
  const view = owner.ownerDocument.defaultView ?? window;
  const viewport = view.visualViewport;
  let last = "";
  let frame = 0;

  function follow(): void {
    frame = 0;
    if (owner.matches(":disabled") || !isRendered(owner)) return onLost();
    const { left, top, width, height } = owner.getBoundingClientRect();
    const seen = [
      viewport?.width,
      viewport?.height,
      viewport?.offsetLeft,
      viewport?.offsetTop,
      view.innerWidth,
    ];
    const now = [left, top, width, height, ...seen, position()].join();
    if (now === last) return;
    last = now;
    placePopup(element, anchor(), view.getComputedStyle(owner).direction === "rtl");
  }

  function schedule(): void {
    frame ||= view.requestAnimationFrame(follow);
  }

  const around = ["style", "class", "dir", "hidden", "disabled", "open"];
  const stops = [
    observeElement(owner, [], around, schedule),
    listen(view, "scroll transitionend", schedule, true),
    listen(owner.getRootNode(), "scroll", schedule, true),
    listen(viewport, "resize scroll", schedule),
  ];
  const timer = setInterval(follow, LOOK_MS);
  follow();
  return () => {
    clearInterval(timer);
    view.cancelAnimationFrame(frame);
    stops.forEach((stop) => stop());
  };
}

/** Checks whether an element is rendered; where there is no layout at all, everything counts as rendered. */
function isRendered(element: HTMLElement): boolean {
  return typeof element.checkVisibility !== "function" || element.checkVisibility();
}
