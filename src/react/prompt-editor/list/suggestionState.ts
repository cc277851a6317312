import type { Trigger, Variable } from "../../../template/index.js";
import { isSameIn } from "../../internal/isSameIn.js";

/** State of the list; one object per change. */
export interface SuggestionState {
  open: boolean;
  trigger: Trigger | null;
  /** Start of the token for which the user closed the list. */
  dismissed: number | null;
  items: readonly Variable[];
  /** Number of matches; may be more than `items`. */
  total: number;
  active: number;
  /** Whether the user chose the active row, by key or pointer. */
  moved: boolean;
  /** Whether the list appeared by itself rather than by request. */
  byItself: boolean;
}

export const closedSuggestions: SuggestionState = {
  open: false,
  trigger: null,
  dismissed: null,
  items: [],
  total: 0,
  active: 0,
  moved: false,
  byItself: false,
};

/** Checks whether two states look the same: a longer query that finds the same rows changes nothing that is drawn. */
export function isSameView(before: SuggestionState, after: SuggestionState): boolean {
  return (
    isSameIn(before, after, ["open", "total", "active", "moved"]) &&
    before.items.length === after.items.length &&
    before.items.every((item, position) => item === after.items[position]) &&
    // An empty list names what was looked for.
    (after.items.length > 0 || before.trigger?.query === after.trigger?.query)
  );
}
