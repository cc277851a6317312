import { displayVariable } from "../../../template/index.js";
import type { TextRange, Variable } from "../../../template/index.js";
import { containWheel } from "../../internal/containWheel.js";
import { holdEscape } from "../../internal/holdEscape.js";
import { isFocused } from "../../internal/isFocused.js";
import { listen } from "../../internal/listen.js";
import type { Translate } from "../../messages/index.js";
import { announceStatus } from "../list/announceStatus.js";
import { variableIndexOf } from "../../internal/variableIndexOf.js";
import { warmUpIndex } from "../list/warmUpIndex.js";
import { keepDefaultValue } from "../textarea/keepDefaultValue.js";
import type { KeyPress } from "../textarea/KeyPress.js";
import { selectRange } from "../textarea/selectRange.js";
import { createEditorList } from "./createEditorList.js";
import { createLanguageFollower } from "./createLanguageFollower.js";
import { createMarks } from "./createMarks.js";
import type { EditorCore } from "./EditorCore.js";

/**
 * Creates the part of an editor that has to do with variables: the list, its keys, insertions, and the marks behind the
 * text.
 */
export function createCompletion(editor: EditorCore) {
  const { field, options, suggestions, composing } = editor;
  /** Whether the caret stands where somebody put it. */
  let used = false;
  const language = createLanguageFollower(
    () => options().language,
    () => {
      list.close(false);
      if (mirror()) backdrop.restart();
      editor.newVersion();
      detect("input");
    },
  );
  const index = () => variableIndexOf(options().variables);
  const backdrop = createMarks(editor, index, language.get);
  const { mirror } = backdrop;
  const { list, presenter } = createEditorList(editor, index, language.get, backdrop.caretBox);

  function textWritten(): void {
    list.touched();
    mirror()?.schedule();
  }

  function detect(cause: "input" | "selection"): void {
    const input = field();
    if (!input || composing.get() || !isFocused(input)) return;
    list.detect(cause);
  }
  const onSelection = () => detect("selection");

  const escape = {
    elements: () => (suggestions.get().open && !composing.get() ? [field(), presenter.element()] : []),
    close: () => list.close(true),
  };

  language.check();
  return {
    ...list,
    index,
    present: presenter.present,
    holds: presenter.contains,
    attachList: presenter.attach,
    attachStatus: (next: HTMLElement, t: Translate) => announceStatus(editor, next, t),
    attachBox: backdrop.attach,
    attachField(next: HTMLTextAreaElement): () => void {
      const stops = [
        // A field tells of its selection itself, or leaves that to its document.
        listen(next.ownerDocument, "selectionchange", onSelection),
        listen(next, "selectionchange", onSelection),
        holdEscape(next.ownerDocument.defaultView ?? window, escape),
        containWheel(next),
        keepDefaultValue(next),
        suggestions.subscribe(backdrop.noteTyping),
      ];
      backdrop.restart();
      presenter.present(suggestions.get());
      return () => {
        list.close(false);
        backdrop.drop();
        stops.forEach((stop) => stop());
      };
    },
    /** Follows what somebody typed. */
    changed(): void {
      textWritten();
      if (!composing.get() || suggestions.get().open) list.detect("input");
    },
    /** Follows what the parent, a reset or a form library wrote: an open list may have lost its token. */
    rewritten(): void {
      textWritten();
      if (suggestions.get().open) list.detect("selection");
    },
    language: language.get,
    display: (variable: Variable) => displayVariable(variable, language.get()),
    variablesChanged(): void {
      language.check();
      mirror()?.reclassify();
      list.refresh();
    },
    keyDown(event: KeyPress): void {
      if (!list.press(event, event.timeStamp || performance.now())) return;
      event.preventDefault();
      event.stopPropagation();
    },
    composed(): void {
      list.touched();
      list.detect("input");
    },
    focused(): void {
      used = true;
      warmUpIndex(index());
      mirror()?.check();
      mirror()?.prepare();
    },
    scrolled(): void {
      mirror()?.scroll();
    },
    /** Puts a variable at the caret, or in place of the token around it. */
    insert(variable: Variable): void {
      const input = field();
      if (!used) input?.setSelectionRange(input.value.length, input.value.length);
      list.insert(variable);
    },
    /** Puts another variable in place of that of a token, whose default stays. */
    replaceToken(range: TextRange, path: string): void {
      if (list.replace(range, path)) editor.value.commit();
    },
    /** Puts the focus on a part of the text and brings it into view. */
    select(range: TextRange): void {
      const input = field();
      if (input) selectRange(input, range, (offset) => mirror()?.caretBox(offset));
    },
    /** Measures the field again, for a change of its look that no observer reports. */
    refresh(): void {
      mirror()?.refresh();
    },
  };
}
