import { version } from "react";
import type { DOMAttributes, KeyboardEvent, SyntheticEvent } from "react";
import { containKey } from "./containKey.js";

type Name = Exclude<keyof DOMAttributes<Element>, "children" | "dangerouslySetInnerHTML">;
type Handlers = Partial<Record<Name, (event: SyntheticEvent) => void>>;

/** Events of keys. */
export const KEY_EVENTS: readonly Name[] = ["onKeyDown", "onKeyUp"];

/** Events with which a host drags, zooms, and moves or deletes what has the focus. */
export const CANVAS_EVENTS: readonly Name[] = [
  ...KEY_EVENTS,
  "onPointerDown",
  "onMouseDown",
  "onTouchStart",
  "onDoubleClick",
  "onDragStart",
  "onWheel",
];

/** Events of an element in the top layer that do not bubble, but that React hands up its tree. */
export const STATE_EVENTS: readonly Name[] =
  // React knows `beforetoggle` from 19 on, and complains about its handler before.
  Number.parseInt(version) >= 19 ? ["onToggle", "onBeforeToggle"] : ["onToggle"];

/** Events of what stands in front of the page, and means nothing to what is behind. */
export const POPUP_EVENTS: readonly Name[] = [...CANVAS_EVENTS, ...STATE_EVENTS, "onClick", "onContextMenu"];

/**
 * Makes handlers that end events at an element, after the host's own handlers there: React hands them up its tree, and
 * through portals into what the host draws somewhere else. Keys end in the page too; a press does not, since it must
 * close the host's open menus.
 *
 * @param props the host's handlers of the element
 * @param isHostKey names the keys that go on
 */
export function endEvents(
  props: DOMAttributes<never>,
  names: readonly Name[],
  isHostKey?: (event: KeyboardEvent) => boolean,
): DOMAttributes<Element> {
  const theirs = props as Handlers;
  const handlers: Handlers = {};
  for (const name of names) {
    handlers[name] = (event) => {
      theirs[name]?.(event);
      if (name === "onKeyDown" || name === "onKeyUp") containKey(event as KeyboardEvent, isHostKey);
      else endInReact(event);
    };
  }
  return handlers as DOMAttributes<Element>;
}

/** Ends an event's way through React's tree; the page still hears it. */
export function endInReact(event: SyntheticEvent): void {
  event.isPropagationStopped = () => true;
}
