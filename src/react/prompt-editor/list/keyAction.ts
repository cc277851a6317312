import type { KeyFacts } from "../../internal/isRunKey.js";

/** State of the list, as far as it decides what a key does. */
export interface ListFacts {
  open: boolean;
  count: number;
  /** Whether the active row has children. */
  branch: boolean;
  /** Whether somebody chose the active row, by arrow keys or the pointer. */
  moved: boolean;
  /**
   * Likeness of what was typed and the active row's path: "case" differs in capitals alone. A plain key rewrites nothing
   * else that was typed, since the path may exist at run time alone.
   */
  typed: "same" | "case" | "other";
  /** Whether the caret stands at the end of the token's text. */
  atTokenEnd: boolean;
  /** Whether the list appeared by itself less than 75 ms ago (or was not painted yet). */
  justAppeared: boolean;
}

export type KeyAction =
  "open" | "close" | "leave" | "next" | "previous" | "pageDown" | "pageUp" | "accept" | "drill" | null;

/** Milliseconds in which an Enter after the list appeared by itself was meant for the text. */
export const ENTER_GUARD_MS = 75;

const MOVES: Partial<Record<string, KeyAction>> = {
  ArrowDown: "next",
  ArrowUp: "previous",
  PageDown: "pageDown",
  PageUp: "pageUp",
};

/** Decides what a key does that belongs to no input method; `null` leaves it to the text field. */
export function keyAction(facts: KeyFacts, list: ListFacts): KeyAction {
  const { key, shiftKey, altKey } = facts;
  const command = facts.ctrlKey || facts.metaKey;
  const drill = list.branch && list.atTokenEnd && (list.moved || list.typed !== "other") ? "drill" : null;
  if (command && !altKey && !shiftKey && key === " ") return "open";
  if (!list.open) return null;
  if (key === "Escape") return "close";
  if (key === "Tab") {
    if (shiftKey || command || altKey || list.count === 0) return "leave";
    return list.branch ? "drill" : "accept";
  }
  if (command || altKey || list.count === 0) return null;
  // Some keyboards write a dot with Shift.
  if (key === ".") return list.typed === "same" && !list.moved ? null : drill;
  if (key === "Enter") return enterAction(shiftKey, list);
  if (shiftKey) return null;
  return key === "ArrowRight" ? drill : (MOVES[key] ?? null);
}

/** Enter goes into a branch, which is rarely wanted as a text; Shift+Enter inserts it whole. */
function enterAction(shiftKey: boolean, { branch, justAppeared }: ListFacts): KeyAction {
  if (justAppeared || (shiftKey && !branch)) return null;
  return branch && !shiftKey ? "drill" : "accept";
}
