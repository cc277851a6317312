import { findTrigger, type Variable, type VariableIndex } from "../../../template/index.js";
import type { Translate } from "../../messages/index.js";
import { announceStatus } from "./announceStatus.js";
import { classifyTokens } from "../backdrop/classifyTokens.js";
import { containEvents } from "../../internal/containEvents.js";
import type { EditorCore } from "./createEditor.js";
import { deepActiveElement } from "../../internal/deepActiveElement.js";
import { acceptEdit } from "../textarea/acceptEdit.js";
import { keepDefaultValue } from "../textarea/keepDefaultValue.js";
import { isComposed, type KeyPress } from "../textarea/keyPress.js";
import { createListPresenter } from "../list/createListPresenter.js";
import { listen } from "../../internal/listen.js";
import { createMirror, type Mirror } from "../backdrop/createMirror.js";
import { searchVariables } from "../list/searchVariables.js";
import { createSuggestionList } from "../list/createSuggestionList.js";
import { variableIndexOf } from "../list/variableIndexOf.js";

/** Rows in the list unless told otherwise. */
const DEFAULT_LIMIT = 50;

/** What an editor does with variables: the list, its keys, what is inserted, and the marks behind the text. */
export function createCompletion(editor: EditorCore) {
  const { field, options, suggestions, composing } = editor;
  let box: HTMLElement | null = null;
  let mirror: Mirror | null = null;
  /** Whether the caret stands where somebody put it. */
  let used = false;
  let typingAt: number | null = null;
  const index = () => variableIndexOf(options().variables);

  const list = createSuggestionList({
    store: suggestions,
    field,
    index,
    search: () => options().search ?? searchVariables,
    limit: () => options().limit ?? DEFAULT_LIMIT,
    onClose: () => presenter.close(),
    onAccept: inserted,
    onTooLong: () =>
      editor.notice.set({ key: "promptEditor.statusTooLong", params: { count: field()?.maxLength ?? 0 } }),
  });

  const presenter = createListPresenter({
    field,
    list: () => list,
    isOpen: () => suggestions.get().open,
    composing: composing.get,
    caretBox: (offset) => {
      if (!mirror) startMirror(null);
      return mirror?.caretBox(offset) ?? null;
    },
  });

  function inserted(variable: Variable): void {
    editor.value.commit();
    editor.notice.set({ key: "promptEditor.statusInserted", params: { path: variable.path } });
  }

  function textWritten(): void {
    list.touched();
    mirror?.schedule();
  }

  function noteTyping(): void {
    const next = editor.typingAt();
    if (next === typingAt) return;
    typingAt = next;
    mirror?.reclassify();
    editor.newVersion();
  }

  function dropMirror(): void {
    mirror?.destroy();
    mirror = null;
  }

  function startMirror(painted: HTMLElement | null): void {
    const input = field();
    if (!input) return;
    const target = painted ?? input.ownerDocument.createElement("div");
    if (!painted) {
      target.setAttribute("aria-hidden", "true");
      input.after(target);
    }
    const created = createMirror({
      field: input,
      box: target,
      painted: painted !== null,
      marksOf: (line, offset) =>
        painted ? classifyTokens(line, offset, index(), typingAt, editor.options().tokenize) : [],
      onUnmarked: editor.unmarked.set,
    });
    mirror = painted ? created : { ...created, destroy: () => (created.destroy(), target.remove()) };
  }

  function onSelection(): void {
    const input = field();
    if (!input || composing.get() || deepActiveElement(input.ownerDocument) !== input) return;
    list.detect("selection");
  }

  function onEscape(event: KeyboardEvent): void {
    if (event.key !== "Escape" || !suggestions.get().open) return;
    if (isComposed(event, composing.get())) return;
    if (!event.composedPath().some((target) => target === field() || presenter.contains(target))) return;
    event.preventDefault();
    event.stopPropagation();
    list.perform("close");
  }

  return {
    ...list,
    index,
    present: presenter.present,
    holds: presenter.contains,
    attachList: presenter.attach,
    attachStatus: (next: HTMLElement, t: Translate) => announceStatus(editor, next, t),
    attachField(next: HTMLTextAreaElement): () => void {
      const stops = [
        // A field tells of its selection itself, or leaves that to its document.
        listen(next.ownerDocument, "selectionchange", onSelection),
        listen(next, "selectionchange", onSelection),
        listen(next.ownerDocument.defaultView ?? window, "keydown", onEscape, true),
        containEvents(next),
        keepDefaultValue(next),
        suggestions.subscribe(noteTyping),
      ];
      dropMirror();
      if (box) startMirror(box);
      presenter.present(suggestions.get());
      return () => {
        list.close(false);
        dropMirror();
        stops.forEach((stop) => stop());
      };
    },
    attachBox(next: HTMLElement): () => void {
      box = next;
      dropMirror();
      startMirror(next);
      return () => {
        box = null;
        dropMirror();
      };
    },
    /** Somebody typed. */
    changed(): void {
      textWritten();
      if (!composing.get() || suggestions.get().open) list.detect("input");
    },
    /** The parent, a reset or a form library wrote: an open list may have lost its token. */
    rewritten(): void {
      textWritten();
      if (suggestions.get().open) list.detect("selection");
    },
    variablesChanged(): void {
      mirror?.reclassify();
      list.refresh();
    },
    keyDown(event: KeyPress): void {
      if (!list.perform(list.actionOf(event, event.timeStamp || performance.now()))) return;
      event.preventDefault();
      event.stopPropagation();
    },
    composed(): void {
      list.touched();
      list.detect("input");
    },
    focused(): void {
      used = true;
      warmUp(index());
      mirror?.check();
    },
    scrolled(): void {
      mirror?.scroll();
    },
    /** Puts a variable at the caret, or in place of the token around it. */
    insert(variable: Variable): void {
      const input = field();
      if (!input) return;
      if (!used) input.setSelectionRange(input.value.length, input.value.length);
      const trigger = findTrigger(input.value, input.selectionStart);
      const range = { start: input.selectionStart, end: input.selectionEnd };
      if (list.write(acceptEdit(trigger ?? range, variable))) inserted(variable);
    },
    /** Puts another variable in place of a token. */
    replaceToken({ start, end }: { start: number; end: number }, path: string): void {
      if (list.write({ start, end, text: `{{${path}}}` })) editor.value.commit();
    },
    /** Puts the focus on a part of the text and brings it into view. */
    select({ start, end }: { start: number; end: number }): void {
      const input = field();
      if (!input) return;
      input.focus();
      input.setSelectionRange(start, end);
      const caret = mirror?.caretBox(start);
      const seen = input.getBoundingClientRect();
      if (caret && (caret.top < seen.top || caret.bottom > seen.bottom))
        input.scrollTop += caret.top - seen.top - seen.height / 2;
    },
    /** Measures the field again, for a change of its look that no observer reports. */
    refresh(): void {
      mirror?.refresh();
    },
  };
}

/**
 * Builds the index while nothing else is to be done, so that the first key in a token does not wait for it. More than
 * one search, because the browser compiles code only when it has run for a while.
 */
function warmUp(index: VariableIndex): void {
  if (typeof requestIdleCallback === "function")
    requestIdleCallback(() => [..."eat"].forEach((letter) => index.search(letter)));
}
