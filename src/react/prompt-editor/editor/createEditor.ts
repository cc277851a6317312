import type { Variable } from "../../../template/index.js";
import type { Translate } from "../../messages/index.js";
import { createStore } from "../../../internal/createStore.js";
import { listen } from "../../internal/listen.js";
import type { Notice } from "../list/statusText.js";
import { closedSuggestions } from "../list/suggestionState.js";
import { createFieldValue } from "../textarea/createFieldValue.js";
import { requireTextarea } from "../textarea/requireTextarea.js";
import { warnAboutDisagreement } from "../textarea/warnAboutDisagreement.js";
import { watchValue } from "../textarea/watchValue.js";
import { createFieldHandlers } from "./createFieldHandlers.js";
import { createLazyCompletion } from "./createLazyCompletion.js";
import type { EditorCore, EditorOptions } from "./EditorCore.js";

/**
 * Creates the editor's behaviour without React: give it a field, and optionally a list and a box for the marks. Here is
 * what a text field with a parent needs; all that has to do with variables comes when the field is in the page.
 *
 * @param isHydrating whether the field may hold what was typed before the page woke up
 */
export function createEditor(initial: EditorOptions, isHydrating = false) {
  let options = initial;
  let field: HTMLTextAreaElement | null = null;
  const textVersion = createStore(0);
  const composing = createStore(false);
  const suggestions = createStore(closedSuggestions);
  const newVersion = () => textVersion.set(textVersion.get() + 1);
  const value = createFieldValue({
    isHydrating,
    handlers: () => options,
    onWritten: writtenByOthers,
    onDisagree: warnAboutDisagreement(),
  });

  const core: EditorCore = {
    suggestions,
    textVersion,
    notice: createStore<Notice | null>(null),
    unmarked: createStore(false),
    composing,
    newVersion,
    value,
    setComposing(next) {
      composing.set(next);
      value.setComposing(next);
    },
    field: () => field,
    options: () => options,
    typingAt() {
      const { trigger, dismissed } = suggestions.get();
      return trigger?.start ?? dismissed;
    },
  };
  const completion = createLazyCompletion(core);
  const { attach, whenReady } = completion;

  function writtenByOthers(): void {
    newVersion();
    completion.get()?.rewritten();
  }

  return {
    ...core,
    whenReady,
    attachField(next: HTMLTextAreaElement): () => void {
      requireTextarea(next);
      field = next;
      const onReset = (event: Event) => {
        if (event.target === next.form) setTimeout(() => value.wasReset());
      };
      const stops = [
        listen(next.getRootNode(), "reset", onReset),
        value.attach(next),
        // Last of all: React does not hear of an edit whose value a script of the page assigned.
        listen(next.ownerDocument.defaultView ?? window, "input", (event) => {
          if (event.composedPath()[0] === next && value.catchUp()) writtenByOthers();
        }),
        watchValue(next, writtenByOthers),
      ];
      const detach = attach((ready) => ready.attachField(next));
      return () => {
        detach();
        stops.forEach((stop) => stop());
        core.setComposing(false);
        field = null;
      };
    },
    attachBox: (next: HTMLElement) => attach((ready) => ready.attachBox(next)),
    attachList(next: HTMLElement): () => void {
      next.hidden = true;
      return attach((ready) => ready.attachList(next));
    },
    attachStatus: (next: HTMLElement, t: Translate) => attach((ready) => ready.attachStatus(next, t)),
    setOptions(next: EditorOptions): void {
      const hasOtherLanguage = next.language !== options.language;
      const changed = hasOtherLanguage || next.variables !== options.variables;
      options = next;
      if (!changed) return;
      if (hasOtherLanguage) completion.get()?.languageChanged();
      completion.get()?.variablesChanged();
      newVersion();
    },
    /** Tells the owner what was typed before the page woke up; call it when the owner is there. */
    adopt(): void {
      if (value.catchUp()) writtenByOthers();
    },
    /** Puts a variable at the caret, or in place of the token around it. */
    insert: (variable: Variable) => whenReady((ready) => ready.insert(variable)),
    handlers: createFieldHandlers(core, completion),
  };
}

export type Editor = ReturnType<typeof createEditor>;
