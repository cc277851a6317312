import { findTrigger, type Variable, type VariableIndex } from "../../template/index.js";
import { containEvents } from "./containEvents.js";
import { createStore } from "./createStore.js";
import { acceptEdit } from "./edits.js";
import { createFieldValue } from "./fieldValue.js";
import { keyFacts, type KeyPress } from "./keyPress.js";
import { createListPresenter } from "./listPresenter.js";
import { listen } from "./listen.js";
import type { Mirror } from "./mirror.js";
import { searchVariables, type SearchVariables } from "./searchVariables.js";
import { createSuggestionList } from "./suggestionList.js";
import { deepActiveElement } from "./writeText.js";
import { warnAboutDisagreement } from "./warnAboutDisagreement.js";
import { watchValue } from "./watchValue.js";
import { withGeometry, type Geometry } from "./withGeometry.js";

/** Rows in the list unless told otherwise. */
export const DEFAULT_LIMIT = 50;

/** What a host may change at any time. */
export interface EditorOptions {
  index: () => VariableIndex;
  search?: SearchVariables | undefined;
  limit?: number | undefined;
  onValueChange?: ((value: string) => void) | undefined;
  onValueCommit?: ((value: string) => void) | undefined;
  onRun?: (() => void) | undefined;
}

/** Something that happened and is said once. */
export interface Notice {
  key: "promptEditor.statusInserted" | "promptEditor.statusTooLong";
  params: Readonly<Record<string, unknown>>;
}

/** The editor's behaviour without React: give it a field, and optionally a list and a box for the marks. */
export function createEditor(initial: EditorOptions) {
  let options = initial;
  let field: HTMLTextAreaElement | null = null;
  let box: HTMLElement | null = null;
  let geometry: Geometry | null = null;
  let mirror: Mirror | null = null;
  let composing = false;
  /** Whether the caret stands where somebody put it. */
  let used = false;
  let typingAt: number | null = null;
  const textVersion = createStore(0);
  const notice = createStore<Notice | null>(null);
  const unmarked = createStore(false);
  const composition = createStore(false);

  const value = createFieldValue({
    onValueChange: (next) => options.onValueChange?.(next),
    onValueCommit: (next) => options.onValueCommit?.(next),
    onWritten: writtenByOthers,
    onDisagree: warnAboutDisagreement(),
  });

  const list = createSuggestionList({
    field: () => field,
    index: () => options.index(),
    search: () => options.search ?? searchVariables,
    limit: () => options.limit ?? DEFAULT_LIMIT,
    onClose: () => presenter.close(),
    onAccept: inserted,
    onTooLong: refused,
  });

  const presenter = createListPresenter({
    field: () => field,
    list: () => list,
    composing: () => composing,
    geometry: () => geometry,
    caretBox: (offset) => {
      if (!mirror) startMirror(null);
      return mirror?.caretBox(offset) ?? null;
    },
  });

  function inserted(variable: Variable): void {
    value.commit();
    notice.set({ key: "promptEditor.statusInserted", params: { path: variable.path } });
  }

  function refused(): void {
    notice.set({ key: "promptEditor.statusTooLong", params: { count: field?.maxLength ?? 0 } });
  }

  function textWritten(): void {
    list.touched();
    mirror?.schedule();
    textVersion.set(textVersion.get() + 1);
  }

  /** The parent, a reset or a form library wrote: an open list may have lost its token. */
  function writtenByOthers(): void {
    textWritten();
    if (list.store.get().open) list.detect("selection");
  }

  function noteTyping(): void {
    const { trigger, dismissed } = list.store.get();
    const next = trigger?.start ?? dismissed;
    if (next === typingAt) return;
    typingAt = next;
    mirror?.reclassify();
    textVersion.set(textVersion.get() + 1);
  }

  function dropMirror(): void {
    mirror?.destroy();
    mirror = null;
  }

  function startMirror(painted: HTMLElement | null): void {
    if (!field || !geometry) return;
    const { classifyTokens, createMirror } = geometry;
    const target = painted ?? field.ownerDocument.createElement("div");
    if (!painted) {
      target.setAttribute("aria-hidden", "true");
      field.after(target);
    }
    const created = createMirror({
      field,
      box: target,
      painted: painted !== null,
      marksOf: (line, offset) => (painted ? classifyTokens(line, offset, options.index(), typingAt) : []),
      onUnmarked: (next) => unmarked.set(next),
    });
    mirror = painted ? created : { ...created, destroy: () => (created.destroy(), target.remove()) };
  }

  function onSelection(): void {
    if (!field || composing || deepActiveElement(field.ownerDocument) !== field) return;
    list.detect("selection");
  }

  function onEscape(event: KeyboardEvent): void {
    if (event.key !== "Escape" || !list.store.get().open) return;
    if (composing || event.isComposing || event.keyCode === 229) return;
    if (!field || !event.composedPath().some((target) => target === field || presenter.contains(target)))
      return;
    event.preventDefault();
    event.stopPropagation();
    list.perform("close");
  }

  function attachField(next: HTMLTextAreaElement): () => void {
    field = next;
    const document = next.ownerDocument;
    const view = document.defaultView ?? window;
    const onReset = (event: Event) => {
      if (event.target === next.form) setTimeout(() => value.wasReset());
    };
    const stops = [
      // A field tells of its selection itself, or leaves that to its document.
      listen(document, "selectionchange", onSelection),
      listen(next, "selectionchange", onSelection),
      listen(view, "keydown", onEscape, true),
      listen(next.getRootNode(), "reset", onReset),
      value.attach(next),
      watchValue(next, writtenByOthers),
      containEvents(next),
      list.store.subscribe(noteTyping),
    ];
    withGeometry((loaded) => {
      if (field !== next) return;
      geometry = loaded;
      dropMirror();
      if (box) startMirror(box);
      presenter.present(list.store.get());
    });
    return () => {
      list.close(false);
      dropMirror();
      stops.forEach((stop) => stop());
      composing = false;
      field = null;
    };
  }

  function attachBox(next: HTMLElement): () => void {
    box = next;
    dropMirror();
    startMirror(next);
    return () => {
      box = null;
      dropMirror();
    };
  }

  return {
    list,
    value,
    textVersion,
    notice,
    unmarked,
    composition,
    attachField,
    attachBox,
    attachList: presenter.attach,
    present: presenter.present,
    field: () => field,
    index: () => options.index(),
    typingAt: () => typingAt,
    setOptions(next: EditorOptions): void {
      const changed = next.index !== options.index;
      options = next;
      if (!changed) return;
      mirror?.reclassify();
      list.refresh();
      textVersion.set(textVersion.get() + 1);
    },
    onChange(): void {
      value.changed();
      textWritten();
      if (!composing || list.store.get().open) list.detect("input");
    },
    onKeyDown(event: KeyPress): void {
      const action = list.actionOf(keyFacts(event, composing), event.timeStamp || performance.now());
      if (action === "run") {
        if (!options.onRun) return;
        event.preventDefault();
        event.stopPropagation();
        list.close(false);
        value.commit();
        options.onRun();
      } else if (list.perform(action)) {
        event.preventDefault();
        event.stopPropagation();
      }
    },
    onCompositionStart(): void {
      composing = true;
      composition.set(true);
      value.setComposing(true);
      field?.removeAttribute("aria-activedescendant");
    },
    onCompositionEnd(): void {
      composing = false;
      composition.set(false);
      value.setComposing(false);
      list.touched();
      list.detect("input");
    },
    onBlur(next: EventTarget | null): void {
      if (next !== null && presenter.contains(next)) return;
      list.leave();
      value.commit();
    },
    onFocus(): void {
      used = true;
      warmUp(options.index());
      mirror?.check();
    },
    onScroll(): void {
      mirror?.scroll();
    },
    /** Puts a variable at the caret, or in place of the token around it. */
    insert(variable: Variable): void {
      if (!field) return;
      if (!used) field.setSelectionRange(field.value.length, field.value.length);
      const trigger = findTrigger(field.value, field.selectionStart);
      const range = { start: field.selectionStart, end: field.selectionEnd, text: `{{${variable.path}}}` };
      if (list.write(trigger ? acceptEdit(trigger, variable) : range)) inserted(variable);
    },
    /** Puts another variable in place of a token. */
    replaceToken(range: { start: number; end: number }, path: string): void {
      if (list.write({ start: range.start, end: range.end, text: `{{${path}}}` })) value.commit();
    },
    /** Puts the focus on a part of the text and brings it into view. */
    select({ start, end }: { start: number; end: number }): void {
      if (!field) return;
      field.focus();
      field.setSelectionRange(start, end);
      const caret = mirror?.caretBox(start);
      const seen = field.getBoundingClientRect();
      if (caret && (caret.top < seen.top || caret.bottom > seen.bottom))
        field.scrollTop += caret.top - seen.top - seen.height / 2;
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

export type Editor = ReturnType<typeof createEditor>;
