import { findTrigger, type Variable, type VariableIndex } from "../../../template/index.js";
import type { Store } from "../../../internal/createStore.js";
import { acceptEdit, drillEdit, isAtTokenEnd, openEdit } from "../textarea/acceptEdit.js";
import { isSameVariable } from "./isSameVariable.js";
import { ENTER_GUARD_MS, keyAction, type KeyAction, type KeyFacts } from "./keyAction.js";
import type { SearchVariables } from "./searchVariables.js";
import {
  moveActive,
  suggestionReducer,
  type SuggestionAction,
  type TriggerCause,
} from "./suggestionReducer.js";
import type { SuggestionState } from "./suggestionState.js";
import { writeText, type TextEdit } from "../textarea/writeText.js";

const PAGE = 8;

export interface SuggestionListOptions {
  store: Store<SuggestionState>;
  field(): HTMLTextAreaElement | null;
  index(): VariableIndex;
  search(): SearchVariables;
  limit(): number;
  /** The list closes now: whatever shows it must be gone before this returns. */
  onClose(): void;
  onAccept(variable: Variable): void;
  /** An insertion would not fit into `maxLength`. */
  onTooLong(): void;
}

/** The completion list's behaviour: when it opens, what it holds, what keys and choices do to the text. */
export function createSuggestionList(options: SuggestionListOptions) {
  const { store } = options;
  let shownAt = Infinity;
  let lookedAt = -1;
  let lookedVersion = -1;
  let version = 0;

  /** An opened state is not told before it has its items: the caller does that. */
  function dispatch(action: SuggestionAction): SuggestionState {
    const before = store.get();
    const after = suggestionReducer(before, action);
    if (!before.open && after.open) shownAt = Infinity;
    if (before.open && !after.open) options.onClose();
    if (after.open) return after;
    store.set(after);
    return after;
  }

  function search(state: SuggestionState): void {
    if (!state.open || !state.trigger) return;
    const found = options.search()(state.trigger.query, options.index(), { limit: options.limit() });
    // Equal variables in a new list are new objects: what is drawn of them stays.
    const items = isSameList(state.items, found.items) ? state.items : found.items;
    store.set(suggestionReducer(state, { type: "found", ...found, items }));
  }

  function detect(cause: TriggerCause): void {
    const field = options.field();
    if (!field) return;
    const { selectionStart: caret, selectionEnd } = field;
    if (cause === "selection" && caret === lookedAt && caret === selectionEnd && version === lookedVersion)
      return;
    lookedAt = caret;
    lookedVersion = version;
    const usable = caret === selectionEnd && !field.readOnly && !field.matches(":disabled");
    const trigger = usable ? findTrigger(field.value, caret) : null;
    const before = store.get();
    const after = dispatch({ type: "detected", trigger, cause });
    if (!after.open) return;
    if (before.open && before.trigger?.query === after.trigger?.query) store.set(after);
    else search(after);
  }

  function close(dismiss: boolean): void {
    dispatch({ type: "closed", dismiss });
  }

  function write(edit: TextEdit): boolean {
    const field = options.field();
    if (!field) return false;
    const result = writeText(field, edit);
    if (result === "too-long") options.onTooLong();
    return result === "written";
  }

  function triggerNow() {
    const field = options.field();
    if (!field) return null;
    return findTrigger(field.value, field.selectionStart) ?? store.get().trigger;
  }

  function accept(position: number): void {
    const variable = store.get().items[position];
    const trigger = triggerNow();
    if (!variable || !trigger) return;
    close(false);
    if (write(acceptEdit(trigger, variable))) options.onAccept(variable);
  }

  function drill(position: number): void {
    const variable = store.get().items[position];
    const trigger = triggerNow();
    const field = options.field();
    if (variable && trigger && field) write(drillEdit(field.value, trigger, variable, options.index()));
  }

  /** What a press on a row does: it goes on with the children of a branch. */
  function choose(position: number): void {
    if (store.get().items[position]?.branch) drill(position);
    else accept(position);
  }

  function open(): void {
    const field = options.field();
    if (!field || field.readOnly || field.matches(":disabled")) return;
    if (!findTrigger(field.value, field.selectionStart)) {
      if (!write(openEdit(field.selectionEnd))) return;
    }
    detect("request");
  }

  function move(active: number): void {
    const state = store.get();
    store.set(suggestionReducer(state, { type: "moved", active }));
  }

  function actionOf(key: KeyFacts, time: number): KeyAction {
    const state = store.get();
    const field = options.field();
    const active = state.items[state.active];
    const { trigger } = state;
    return keyAction(key, {
      open: state.open,
      count: state.items.length,
      branch: active?.branch === true,
      exact: trigger !== null && key.key === "." && options.index().has(trigger.query.trim()),
      atTokenEnd:
        field !== null && trigger !== null && isAtTokenEnd(field.value, field.selectionStart, trigger),
      justAppeared: state.byItself && !state.moved && time - shownAt < ENTER_GUARD_MS,
    });
  }

  /** Does what a key asks for; `false` where the key belongs to the text field. */
  function perform(action: KeyAction): boolean {
    const { active, items } = store.get();
    switch (action) {
      case "open":
        open();
        return true;
      case "close":
        close(true);
        return true;
      case "leave":
        close(false);
        return false;
      case "next":
        move(moveActive(active, items.length, 1));
        return true;
      case "previous":
        move(moveActive(active, items.length, -1));
        return true;
      case "pageDown":
        move(moveActive(active, items.length, PAGE));
        return true;
      case "pageUp":
        move(moveActive(active, items.length, -PAGE));
        return true;
      case "accept":
        accept(active);
        return true;
      case "drill":
        drill(active);
        return true;
      default:
        return false;
    }
  }

  return {
    detect,
    close,
    accept,
    choose,
    open,
    move,
    /** The field lost the focus: nothing is being typed, nothing stays dismissed. */
    leave() {
      dispatch({ type: "detected", trigger: null, cause: "selection" });
    },
    actionOf,
    perform,
    /** The text changed: the next look at the caret counts, even at the same place. */
    touched() {
      version++;
    },
    /** The list can be seen now. */
    shown(time: number) {
      if (shownAt === Infinity) shownAt = time;
    },
    /** The variables changed: an open list shows the new ones. */
    refresh() {
      search(store.get());
    },
    write,
  };
}

function isSameList(before: readonly Variable[], after: readonly Variable[]): boolean {
  return (
    before.length === after.length &&
    before.every((variable, position) => {
      const other = after[position];
      return other !== undefined && isSameVariable(variable, other);
    })
  );
}

export type SuggestionList = ReturnType<typeof createSuggestionList>;
