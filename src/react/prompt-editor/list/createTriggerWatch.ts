import {
  triggerAt,
  type TemplateLanguage,
  type Variable,
  type VariableIndex,
} from "../../../template/index.js";
import type { Store } from "../../../internal/createStore.js";
import { isLocked } from "../textarea/isLocked.js";
import { isSameVariable } from "./isSameVariable.js";
import { ENTER_GUARD_MS } from "./keyAction.js";
import type { SearchVariables } from "./searchVariables.js";
import { suggestionReducer, type SuggestionAction, type TriggerCause } from "./suggestionReducer.js";
import type { SuggestionState } from "./suggestionState.js";

export interface TriggerWatchOptions {
  store: Store<SuggestionState>;
  field(): HTMLTextAreaElement | null;
  index(): VariableIndex;
  language(): TemplateLanguage;
  search(): SearchVariables;
  limit(): number;
  /** Called when the list closes: whatever shows it must be gone before this returns. */
  onClose(): void;
}

/** Watches for a token around the caret: opens the list for it, keeps it filled, and closes it. */
export function createTriggerWatch(options: TriggerWatchOptions) {
  const { store } = options;
  let shownAt = Infinity;
  let lookedAt = -1;
  let lookedVersion = -1;
  let version = 0;

  /** Applies an action. An opened state is not published before it has its items: the caller does that. */
  function dispatch(action: SuggestionAction): SuggestionState {
    const before = store.get();
    const after = suggestionReducer(before, action);
    if (!before.open && after.open) shownAt = Infinity;
    if (before.open && !after.open) options.onClose();
    if (!after.open) store.set(after);
    return after;
  }

  function search(state: SuggestionState): void {
    if (!state.open || !state.trigger) return;
    const found = options.search()(state.trigger.query, options.index(), { limit: options.limit() });
    // Equal variables in a new list are new objects: what is drawn of them stays.
    const items = isSameList(state.items, found.items) ? state.items : found.items;
    store.set(suggestionReducer(state, { type: "found", ...found, items }));
  }

  return {
    /** Looks for a token around the caret. */
    detect(cause: TriggerCause): void {
      const field = options.field();
      if (!field) return;
      const { selectionStart: caret, selectionEnd } = field;
      const moved = caret !== lookedAt || caret !== selectionEnd || version !== lookedVersion;
      if (cause === "selection" && !moved) return;
      lookedAt = caret;
      lookedVersion = version;
      const usable = caret === selectionEnd && !isLocked(field);
      const before = store.get();
      const requested = cause === "request" || before.open;
      const trigger = usable ? triggerAt(field.value, caret, options.language(), requested) : null;
      const after = dispatch({ type: "detected", trigger, cause });
      if (!after.open) return;
      if (before.open && before.trigger?.query === after.trigger?.query) store.set(after);
      else search(after);
    },
    close(dismiss: boolean): void {
      dispatch({ type: "closed", dismiss });
    },
    /** Forgets the token when the field loses the focus: nothing is being typed, nothing stays dismissed. */
    leave(): void {
      dispatch({ type: "detected", trigger: null, cause: "selection" });
    },
    move(active: number): void {
      store.set(suggestionReducer(store.get(), { type: "moved", active }));
    },
    /** Makes the next look at the caret count, even at the same place: call it when the text changed. */
    touched(): void {
      version++;
    },
    /** Notes when the list was first seen. */
    shown(time: number): void {
      if (shownAt === Infinity) shownAt = time;
    },
    /** Checks whether the list appeared by itself a moment ago, so that an Enter was meant for the text. */
    justAppeared(time: number): boolean {
      const { byItself, moved } = store.get();
      return byItself && !moved && time - shownAt < ENTER_GUARD_MS;
    },
    /** Fills an open list anew: call it when the variables changed. */
    refresh(): void {
      search(store.get());
    },
  };
}

export type TriggerWatch = ReturnType<typeof createTriggerWatch>;

function isSameList(before: readonly Variable[], after: readonly Variable[]): boolean {
  return (
    before.length === after.length &&
    before.every((variable, position) => isSameVariable(variable, after[position] as Variable))
  );
}
