import { isAtTokenEnd } from "../textarea/acceptEdit.js";
import type { KeyFacts } from "../../internal/isRunKey.js";
import { createTokenWriter, type TokenWriterOptions } from "./createTokenWriter.js";
import { createTriggerWatch, type TriggerWatchOptions } from "./createTriggerWatch.js";
import { keyAction, type KeyAction } from "./keyAction.js";
import { moveActive } from "./suggestionReducer.js";

/** Rows that each moving key goes. */
const STEPS: Partial<Record<KeyAction & string, number>> = { next: 1, previous: -1, pageDown: 8, pageUp: -8 };

export interface SuggestionListOptions extends TriggerWatchOptions, TokenWriterOptions {}

/** Creates the behaviour of the list: when it opens, what it holds, what keys and choices do to the text. */
export function createSuggestionList(options: SuggestionListOptions) {
  const watch = createTriggerWatch(options);
  const writer = createTokenWriter(options, watch);

  return {
    ...watch,
    ...writer,
    /** Does what a key asks for, pressed at `time`; `false` where the key belongs to the text field. */
    press(key: KeyFacts, time: number): boolean {
      const { open, items, active, moved, trigger } = options.store.get();
      const field = options.field();
      const action = keyAction(key, {
        open,
        count: items.length,
        branch: items[active]?.branch === true,
        moved,
        typed: comparePath(trigger?.query.trim() ?? "", items[active]?.path ?? ""),
        atTokenEnd:
          field !== null &&
          trigger !== null &&
          isAtTokenEnd(field.value, field.selectionStart, trigger, options.language()),
        justAppeared: watch.justAppeared(time),
      });
      if (!action) return false;
      const step = STEPS[action];
      if (step) watch.move(moveActive(active, items.length, step));
      else if (action === "accept") writer.accept(active);
      else if (action === "drill") writer.drill(active);
      else if (action === "open") writer.open();
      else watch.close(action === "close");
      return action !== "leave";
    },
  };
}

function comparePath(typed: string, path: string): "same" | "case" | "other" {
  if (typed === path) return "same";
  return typed.toLowerCase() === path.toLowerCase() ? "case" : "other";
}

export type SuggestionList = ReturnType<typeof createSuggestionList>;
