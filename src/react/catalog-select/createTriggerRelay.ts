import type { KeyboardEvent, MouseEvent, PointerEvent } from "react";

/** Handlers of Radix's trigger. */
export interface TriggerHandlers {
  onClick(event: MouseEvent<HTMLElement>): void;
  onPointerDown(event: PointerEvent<HTMLElement>): void;
  onKeyDown(event: KeyboardEvent<HTMLElement>): void;
}

/** Handlers of our trigger, which pass events on to Radix, and keep them until Radix is there. */
export interface TriggerRelay extends TriggerHandlers {
  /** Passes events on from now on. Returns the function that ends it. */
  connect(handlers: TriggerHandlers): () => void;
  /**
   * Carries out the oldest press that was kept.
   *
   * @param open opens the list
   * @returns whether another one is left
   */
  carryOut(open: () => void): boolean;
  /** Drops what was kept: the list could not be had, or the person went on to something else. */
  forget(): void;
}

/** Creates the relay between our trigger and Radix's. */
export function createTriggerRelay(): TriggerRelay {
  let radix: TriggerHandlers | undefined;
  let typed: KeyboardEvent<HTMLElement>[] = [];
  let opening = false;
  /** As Radix takes a click that no pointer came before: of a key, a label or a script. */
  let pointerType = "touch";
  const isKept = () => opening || typed.length > 0;
  const ready = () => (isKept() ? undefined : radix);
  const forget = () => {
    typed = [];
    opening = false;
  };
  return {
    connect(handlers) {
      radix = handlers;
      return () => {
        radix = undefined;
      };
    },
    carryOut(open) {
      const event = typed.shift();
      if (event) radix?.onKeyDown(event);
      else if (opening) {
        opening = false;
        open();
      }
      return isKept();
    },
    forget,
    onClick(event) {
      const handlers = ready();
      // Radix may not have seen the mouse, whose press was kept: it would open the list for a label's click.
      if (handlers && pointerType !== "mouse") return handlers.onClick(event);
      event.currentTarget.focus();
      if (pointerType !== "mouse") opening = true;
    },
    onPointerDown(event) {
      pointerType = event.pointerType;
      const handlers = ready();
      if (handlers) return handlers.onPointerDown(event);
      if (event.button !== 0 || event.ctrlKey || pointerType !== "mouse") return;
      event.currentTarget.focus();
      event.preventDefault();
      opening = true;
    },
    onKeyDown(event) {
      const handlers = ready();
      if (handlers) return handlers.onKeyDown(event);
      const { key, timeStamp } = event;
      if (key === "Escape") forget();
      const last = typed.at(-1);
      // As in Radix, a space within a word opens nothing, and a new word begins after a second.
      const opens = OPENING_KEYS.has(key) && !(key === " " && last && !opening);
      if (opens) {
        event.preventDefault();
        opening = true;
      } else if (!opening && key.length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey) {
        if (last && timeStamp - last.timeStamp > 1000) typed = [];
        typed.push(event);
      }
    },
  };
}

const OPENING_KEYS = new Set([" ", "Enter", "ArrowUp", "ArrowDown"]);
