import { isRunKey } from "../../internal/isRunKey.js";
import type { FieldEvent } from "../textarea/composeFieldHandlers.js";
import { isComposed } from "../textarea/KeyPress.js";
import type { LazyCompletion } from "./createLazyCompletion.js";
import type { EditorCore } from "./EditorCore.js";

/** Makes the handlers of the field's events. */
export function createFieldHandlers(core: EditorCore, completion: LazyCompletion) {
  const { value } = core;
  return {
    onChange() {
      value.changed();
      core.newVersion();
      completion.whenReady((ready) => ready.changed());
    },
    onKeyDown(event) {
      if (isComposed(event, core.composing.get())) return;
      if (!isRunKey(event)) return completion.get()?.keyDown(event);
      const { onRun } = core.options();
      if (!onRun) return;
      event.preventDefault();
      event.stopPropagation();
      if (event.repeat) return;
      completion.get()?.close(false);
      value.commit();
      onRun();
    },
    onCompositionStart() {
      core.setComposing(true);
      core.field()?.removeAttribute("aria-activedescendant");
    },
    onCompositionEnd() {
      core.setComposing(false);
      completion.whenReady((ready) => ready.composed());
    },
    onBlur({ relatedTarget }) {
      if (completion.get()?.holds(relatedTarget)) return;
      completion.whenReady((ready) => ready.leave());
      value.commit();
    },
    onFocus: () => completion.whenReady((ready) => ready.focused()),
    onScroll: () => completion.get()?.scrolled(),
  } satisfies Record<string, (event: FieldEvent) => void>;
}
