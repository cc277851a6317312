import { keyPath } from "./keyPath.js";
import { listen } from "./listen.js";

/** Something that Escape closes. */
export interface EscapeLayer {
  /** Elements in which the key means this layer; none while it is closed. */
  elements(): readonly (Element | null | undefined)[];
  /** Closes it; left out where the browser does. */
  close?: ((event: KeyboardEvent) => void) | undefined;
}

interface Guard {
  layers: EscapeLayer[];
  users: number;
  stop(): void;
}

const guards = new WeakMap<EventTarget, Guard>();

/**
 * Keeps Escape for the innermost of our open layers, before anybody in the page hears of it: libraries listen on the
 * document, on the window and through React, in both phases. Of several listeners on the window in the capture phase
 * the first one wins, so call it early; without a layer it only takes that place.
 *
 * @returns a function that lets go
 */
export function holdEscape(view: EventTarget, layer?: EscapeLayer): () => void {
  const guard = guards.get(view) ?? createGuard(view);
  guards.set(view, guard);
  guard.users += 1;
  if (layer) guard.layers.push(layer);
  return () => {
    guard.layers = guard.layers.filter((other) => other !== layer);
    guard.users -= 1;
    if (guard.users > 0) return;
    guard.stop();
    guards.delete(view);
  };
}

function createGuard(view: EventTarget): Guard {
  /** Whether the press that has not ended yet is ours, with its repetitions and its end. */
  let taken = false;
  const guard: Guard = {
    layers: [],
    users: 0,
    stop: listen<KeyboardEvent>(
      view,
      "keydown keyup",
      (event) => {
        if (event.key !== "Escape" || event.isComposing || event.keyCode === 229) return;
        const pressed = event.type === "keydown";
        if (taken && (event.repeat || !pressed)) {
          taken = pressed;
          event.preventDefault();
          event.stopImmediatePropagation();
          return;
        }
        const layer = pressed ? innermost(guard.layers, event) : undefined;
        taken = layer !== undefined;
        if (!layer) return;
        event.stopImmediatePropagation();
        layer.close?.(event);
        if (layer.close) event.preventDefault();
      },
      true,
    ),
  };
  return guard;
}

/** Finds the layer that the event meets first; a key without a focus means the one that came last. */
function innermost(layers: readonly EscapeLayer[], event: Event): EscapeLayer | undefined {
  const all = layers.flatMap((layer) => layer.elements());
  const path = keyPath(
    event,
    all.filter((element) => element !== null && element !== undefined),
  );
  let found: EscapeLayer | undefined;
  let nearest = path.length;
  const unfocused = (path[0] as Partial<Element>).localName === "body";
  for (const layer of layers) {
    const elements = layer.elements().filter((element) => element !== null && element !== undefined);
    const places = elements.map((element) => path.indexOf(element)).filter((place) => place >= 0);
    const place = Math.min(...places, unfocused && elements.length > 0 ? path.length - 1 : path.length);
    if (place > nearest || place === path.length) continue;
    nearest = place;
    found = layer;
  }
  return found;
}
