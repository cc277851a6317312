import type { DOMAttributes, KeyboardEvent } from "react";
import { containKey } from "./containKey.js";
import { STATE_EVENTS, endEvents } from "./endEvents.js";
import type { HandlerName } from "./endEvents.js";

/** Events with which a host drags and zooms. */
export const CANVAS_EVENTS: readonly HandlerName[] = [
  "onPointerDown",
  "onMouseDown",
  "onTouchStart",
  "onDoubleClick",
  "onDragStart",
  "onWheel",
];

/** Events of what stands in front of the page, and means nothing to what is behind. */
export const POPUP_EVENTS: readonly HandlerName[] = [
  ...CANVAS_EVENTS,
  ...STATE_EVENTS,
  "onClick",
  "onContextMenu",
];

/**
 * Makes handlers that end keys and these events at an element, after the host's own handlers there. Keys end in the
 * page too.
 *
 * @param isHostKey names the keys that go on
 */
export function endCanvasEvents(
  props: DOMAttributes<never>,
  names: readonly HandlerName[],
  isHostKey?: (event: KeyboardEvent) => boolean,
): DOMAttributes<Element> {
  return {
    ...endEvents(props, names),
    ...endEvents(props, ["onKeyDown", "onKeyUp"], (event) => containKey(event as KeyboardEvent, isHostKey)),
  };
}
