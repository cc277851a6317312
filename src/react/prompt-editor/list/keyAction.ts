/** What the editor needs to know of a key press. */
export interface KeyFacts {
  key: string;
  shiftKey: boolean;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}

/** What the editor needs to know of the list. */
export interface ListFacts {
  open: boolean;
  count: number;
  /** Whether the active row has children. */
  branch: boolean;
  /** Whether the typed path already names a variable, so that a dot means just a dot. */
  exact: boolean;
  /** Whether the caret stands at the end of the token's text. */
  atTokenEnd: boolean;
  /** Whether the list appeared by itself less than 75 ms ago (or was not painted yet). */
  justAppeared: boolean;
}

export type KeyAction =
  "open" | "close" | "leave" | "next" | "previous" | "pageDown" | "pageUp" | "accept" | "drill" | null;

/** Milliseconds in which an Enter after the list appeared by itself was meant for the text. */
export const ENTER_GUARD_MS = 75;

/** Decides what a key does that belongs to no input method; `null` leaves it to the text field. */
export function keyAction(key: KeyFacts, list: ListFacts): KeyAction {
  const command = key.ctrlKey || key.metaKey;
  if (command && !key.altKey && !key.shiftKey && key.key === " ") return "open";
  if (!list.open) return null;
  if (key.key === "Escape") return "close";
  if (key.key === "Tab") return tabAction(key, list);
  if (command || key.altKey || list.count === 0) return null;
  switch (key.key) {
    case "ArrowDown":
      return key.shiftKey ? null : "next";
    case "ArrowUp":
      return key.shiftKey ? null : "previous";
    case "PageDown":
      return key.shiftKey ? null : "pageDown";
    case "PageUp":
      return key.shiftKey ? null : "pageUp";
    case "Enter":
      return key.shiftKey || list.justAppeared ? null : "accept";
    case "ArrowRight":
      return !key.shiftKey && list.branch && list.atTokenEnd ? "drill" : null;
    case ".":
      return list.branch && list.atTokenEnd && !list.exact ? "drill" : null;
    default:
      return null;
  }
}

function tabAction(key: KeyFacts, list: ListFacts): KeyAction {
  if (key.shiftKey || key.ctrlKey || key.metaKey || key.altKey || list.count === 0) return "leave";
  return list.branch ? "drill" : "accept";
}
