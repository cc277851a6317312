import type { Variable, VariableSource } from "../../../template/index.js";
import type { PromptTokenizer } from "../../internal/PromptTokenizer.js";
import type { Translate } from "../../messages/index.js";
import { createStore, type Store } from "../../../internal/createStore.js";
import { createFieldValue, type FieldValue } from "../textarea/createFieldValue.js";
import { isComposed, isRunKey, type KeyPress } from "../textarea/keyPress.js";
import { listen } from "../../internal/listen.js";
import { loadCompletion, type Completion } from "./loadCompletion.js";
import type { SearchVariables } from "../list/searchVariables.js";
import { closedSuggestions, type SuggestionState } from "../list/suggestionState.js";
import { warnAboutDisagreement } from "../textarea/warnAboutDisagreement.js";
import { watchValue } from "../textarea/watchValue.js";

/** What a host may change at any time. */
export interface EditorOptions {
  variables: readonly VariableSource[];
  search?: SearchVariables | undefined;
  limit?: number | undefined;
  tokenize?: PromptTokenizer | undefined;
  onValueChange?: ((value: string) => void) | undefined;
  onValueCommit?: ((value: string) => void) | undefined;
  onRun?: (() => void) | undefined;
}

/** Something that happened and is said once. */
export interface Notice {
  key: "promptEditor.statusInserted" | "promptEditor.statusTooLong";
  params: Readonly<Record<string, unknown>>;
}

/** What the completion needs of its editor. */
export interface EditorCore {
  suggestions: Store<SuggestionState>;
  /** Grows when the text, its variables or the token being typed change. */
  textVersion: Store<number>;
  newVersion(): void;
  notice: Store<Notice | null>;
  /** Whether the text is too long for marks. */
  unmarked: Store<boolean>;
  /** Whether an input method composes. */
  composing: Store<boolean>;
  value: FieldValue;
  field(): HTMLTextAreaElement | null;
  options(): EditorOptions;
  /** Start of the token that is being typed; `null` where none is. */
  typingAt(): number | null;
}

/**
 * The editor's behaviour without React: give it a field, and optionally a list and a box for the marks. Here is what a
 * text field with a parent needs; all that has to do with variables comes when the field is in the page.
 */
export function createEditor(initial: EditorOptions) {
  let options = initial;
  let field: HTMLTextAreaElement | null = null;
  let completion: Completion | null = null;
  const suggestions = createStore<SuggestionState>(closedSuggestions);
  const textVersion = createStore(0);
  const notice = createStore<Notice | null>(null);
  const unmarked = createStore(false);
  const composing = createStore(false);
  const newVersion = () => textVersion.set(textVersion.get() + 1);
  const value = createFieldValue({
    handlers: () => options,
    onWritten: writtenByOthers,
    onDisagree: warnAboutDisagreement(),
  });

  const core: EditorCore = {
    suggestions,
    textVersion,
    notice,
    unmarked,
    composing,
    newVersion,
    value,
    field: () => field,
    options: () => options,
    typingAt() {
      const { trigger, dismissed } = suggestions.get();
      return trigger?.start ?? dismissed;
    },
  };

  /** Does it at once where the completion is there, else when it has come. */
  function whenReady(use: (completion: Completion) => void): void {
    if (completion) return use(completion);
    loadCompletion((create) => use((completion ??= create(core))));
  }

  function attachWhenReady<E>(attach: (completion: Completion, element: E) => () => void, element: E) {
    let detach: (() => void) | null = null;
    let left = false;
    whenReady((ready) => {
      if (!left) detach = attach(ready, element);
    });
    return () => {
      left = true;
      detach?.();
    };
  }

  function writtenByOthers(): void {
    newVersion();
    completion?.rewritten();
  }

  function setComposing(next: boolean): void {
    composing.set(next);
    value.setComposing(next);
  }

  return {
    ...core,
    whenReady,
    attachField(next: HTMLTextAreaElement): () => void {
      field = next;
      const onReset = (event: Event) => {
        if (event.target === next.form) setTimeout(() => value.wasReset());
      };
      const stops = [
        listen(next.getRootNode(), "reset", onReset),
        value.attach(next),
        watchValue(next, writtenByOthers),
      ];
      const detach = attachWhenReady((ready, element) => ready.attachField(element), next);
      return () => {
        detach();
        stops.forEach((stop) => stop());
        setComposing(false);
        field = null;
      };
    },
    attachBox: (next: HTMLElement) => attachWhenReady((ready, element) => ready.attachBox(element), next),
    attachList(next: HTMLElement): () => void {
      next.hidden = true;
      return attachWhenReady((ready, element) => ready.attachList(element), next);
    },
    attachStatus: (next: HTMLElement, t: Translate) =>
      attachWhenReady((ready, element) => ready.attachStatus(element, t), next),
    setOptions(next: EditorOptions): void {
      const changed = next.variables !== options.variables;
      options = next;
      if (!changed) return;
      completion?.variablesChanged();
      newVersion();
    },
    /** Puts a variable at the caret, or in place of the token around it. */
    insert: (variable: Variable) => whenReady((ready) => ready.insert(variable)),
    /** What the field's events do. */
    handlers: {
      onChange() {
        value.changed();
        newVersion();
        whenReady((ready) => ready.changed());
      },
      onKeyDown(event) {
        if (isComposed(event, composing.get())) return;
        if (!isRunKey(event)) return completion?.keyDown(event);
        if (!options.onRun) return;
        event.preventDefault();
        event.stopPropagation();
        completion?.close(false);
        value.commit();
        options.onRun();
      },
      onCompositionStart() {
        setComposing(true);
        field?.removeAttribute("aria-activedescendant");
      },
      onCompositionEnd() {
        setComposing(false);
        whenReady((ready) => ready.composed());
      },
      onBlur({ relatedTarget }) {
        if (completion?.holds(relatedTarget)) return;
        whenReady((ready) => ready.leave());
        value.commit();
      },
      onFocus: () => whenReady((ready) => ready.focused()),
      onScroll: () => completion?.scrolled(),
    } satisfies Record<string, (event: FieldEvent) => void>,
  };
}

/** What the handlers read of the field's events. */
export type FieldEvent = KeyPress & { readonly relatedTarget: EventTarget | null };

export type Editor = ReturnType<typeof createEditor>;
