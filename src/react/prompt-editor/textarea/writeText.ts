import { isFocused } from "../../internal/isFocused.js";
import { isLocked } from "./isLocked.js";

/** Replacement in a text. */
export interface TextEdit {
  start: number;
  end: number;
  text: string;
}

export type WriteResult = "written" | "too-long" | "locked";

/**
 * Replaces a range the way a user would: of the ways there are, only `execCommand` keeps the browser's own undo and
 * redo. It would cut the text at `maxLength` in silence, so that is checked first and refused whole.
 */
export function writeText(field: HTMLTextAreaElement, edit: TextEdit): WriteResult {
  if (isLocked(field)) return "locked";
  const length = field.value.length - (edit.end - edit.start) + edit.text.length;
  if (field.maxLength >= 0 && length > field.maxLength) return "too-long";
  const { ownerDocument: document } = field;
  if (!isFocused(field)) field.focus({ preventScroll: true });
  const before = field.value;
  field.setSelectionRange(edit.start, edit.end);
  if (edit.text === "" && edit.start === edit.end) return "written";
  if (
    !byCommand(document, edit.text) ||
    (field.value === before && before.slice(edit.start, edit.end) !== edit.text)
  )
    byRange(field, edit);
  // A caret that is set ends the step of undo: what is typed next is one of its own.
  field.setSelectionRange(field.selectionEnd, field.selectionEnd);
  return "written";
}

function byCommand(document: Document, text: string): boolean {
  if (typeof document.execCommand !== "function") return false;
  return text ? document.execCommand("insertText", false, text) : document.execCommand("delete");
}

function byRange(field: HTMLTextAreaElement, edit: TextEdit): void {
  field.setRangeText(edit.text, edit.start, edit.end, "end");
  const view = field.ownerDocument.defaultView;
  if (!view) return;
  const init = { bubbles: true, composed: true, inputType: "insertReplacementText", data: edit.text };
  field.dispatchEvent(new view.InputEvent("input", init));
}
