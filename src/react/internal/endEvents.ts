import { version } from "react";
import type { DOMAttributes, SyntheticEvent } from "react";
import { endInReact } from "./endInReact.js";

/** Name of a handler of an element. */
export type HandlerName = Exclude<keyof DOMAttributes<Element>, "children" | "dangerouslySetInnerHTML">;

/** Events of an element in the top layer that do not bubble, but that React hands up its tree. */
export const STATE_EVENTS: readonly HandlerName[] =
  // React knows `beforetoggle` from 19 on, and complains about its handler before.
  Number.parseInt(version) >= 19 ? ["onToggle", "onBeforeToggle"] : ["onToggle"];

/**
 * Makes handlers that end events at an element, after the host's own handlers there: React hands them up its tree, and
 * through portals into what the host draws somewhere else.
 *
 * @param props the host's handlers of the element
 */
export function endEvents(
  props: DOMAttributes<never>,
  names: readonly HandlerName[],
  end: (event: SyntheticEvent) => void = endInReact,
): DOMAttributes<Element> {
  type Handlers = Partial<Record<HandlerName, (event: SyntheticEvent) => void>>;
  const handlers: Handlers = {};
  for (const name of names) {
    handlers[name] = (event) => {
      (props as Handlers)[name]?.(event);
      end(event);
    };
  }
  return handlers as DOMAttributes<Element>;
}
