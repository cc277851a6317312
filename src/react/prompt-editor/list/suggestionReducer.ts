import type { Trigger, Variable } from "../../../template/index.js";
import { closedSuggestions, type SuggestionState } from "./suggestionState.js";

/** Reason to look for a trigger. Only typing and an explicit request open the list. */
export type TriggerCause = "input" | "selection" | "request";

export type SuggestionAction =
  | { type: "detected"; trigger: Trigger | null; cause: TriggerCause }
  | { type: "found"; items: readonly Variable[]; total: number }
  | { type: "moved"; active: number }
  | { type: "closed"; dismiss: boolean };

/** Applies one transition of the list. Returns the same object when nothing changes, so that nobody is told. */
export function suggestionReducer(state: SuggestionState, action: SuggestionAction): SuggestionState {
  switch (action.type) {
    case "detected":
      return detected(state, action.trigger, action.cause);
    case "found": {
      if (!state.open) return state;
      const active = state.moved ? Math.min(state.active, Math.max(0, action.items.length - 1)) : 0;
      return { ...state, items: action.items, total: action.total, active };
    }
    case "moved": {
      if (!state.open || (state.moved && state.active === action.active)) return state;
      return { ...state, active: action.active, moved: true };
    }
    case "closed":
      return close(state, action.dismiss && state.trigger ? state.trigger.start : state.dismissed);
  }
}

/** Finds the row that a movement leads to; wraps at both ends for single steps. */
export function moveActive(active: number, count: number, step: number): number {
  if (count === 0) return 0;
  if (Math.abs(step) === 1) return (active + step + count) % count;
  return Math.max(0, Math.min(count - 1, active + step));
}

function detected(state: SuggestionState, trigger: Trigger | null, cause: TriggerCause): SuggestionState {
  if (!trigger) return close(state, null);
  if (cause === "request") return open(state, trigger, false);
  if (trigger.start === state.dismissed) return close(state, state.dismissed);
  if (state.open && (cause === "input" || state.trigger?.start === trigger.start)) {
    return open(state, trigger, state.byItself);
  }
  return cause === "input" ? open(state, trigger, true) : close(state, null);
}

function open(state: SuggestionState, trigger: Trigger, byItself: boolean): SuggestionState {
  const same = state.open && state.trigger?.query === trigger.query && state.trigger.start === trigger.start;
  return {
    ...state,
    open: true,
    trigger,
    dismissed: null,
    byItself,
    active: same ? state.active : 0,
    moved: same && state.moved,
  };
}

function close(state: SuggestionState, dismissed: number | null): SuggestionState {
  if (!state.open && state.dismissed === dismissed) return state;
  return { ...closedSuggestions, dismissed };
}
