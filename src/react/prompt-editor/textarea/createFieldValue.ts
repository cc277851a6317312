import { changedRange, moveOffset } from "./changedRange.js";
import { deepActiveElement } from "../../internal/deepActiveElement.js";

/** Milliseconds of rest after which a change counts as committed. */
const COMMIT_PAUSE_MS = 500;
/** Milliseconds after which a parent whose value still differs has probably changed the text itself. */
const FOLLOW_MS = 1000;
/** How many own values are remembered while the parent has not answered with any of them. */
const MAX_UNANSWERED = 50;

export interface FieldValueListeners {
  onValueChange(value: string): void;
  onValueCommit(value: string): void;
  /** The text was written by the parent or by a reset. */
  onWritten(): void;
  /** The parent's value differs from what was typed, and not because it is late. */
  onDisagree(typed: string, value: string): void;
}

/**
 * Keeps a native text field and a parent's string in step. The field is the truth while the user types: a value that
 * the editor itself has sent is an echo, however late it comes back, and is not written again.
 */
export function createFieldValue(listeners: FieldValueListeners) {
  let field: HTMLTextAreaElement | null = null;
  let unanswered: string[] = [];
  let sent: string | null = null;
  let committed = "";
  let parent: string | undefined;
  let composing = false;
  let commitTimer: ReturnType<typeof setTimeout> | undefined;
  let followTimer: ReturnType<typeof setTimeout> | undefined;

  function commit(): void {
    clearTimeout(commitTimer);
    commitTimer = undefined;
    if (!field || field.value === committed) return;
    committed = field.value;
    listeners.onValueCommit(committed);
  }

  function checkAgreement(): void {
    if (field && parent !== undefined && sent !== null && parent !== sent && field.value === sent) {
      listeners.onDisagree(sent, parent);
    }
  }

  function changed(): void {
    if (!field) return;
    const { value } = field;
    sent = value;
    if (unanswered.length >= MAX_UNANSWERED) unanswered.shift();
    unanswered.push(value);
    clearTimeout(commitTimer);
    clearTimeout(followTimer);
    commitTimer = setTimeout(commit, COMMIT_PAUSE_MS);
    followTimer = setTimeout(checkAgreement, FOLLOW_MS);
    listeners.onValueChange(value);
  }

  function write(value: string): void {
    if (!field || field.value === value) return;
    if (deepActiveElement(field.ownerDocument) === field) {
      const edit = changedRange(field.value, value);
      const { selectionStart, selectionEnd } = field;
      field.setRangeText(edit.text, edit.start, edit.end);
      field.setSelectionRange(moveOffset(selectionStart, edit), moveOffset(selectionEnd, edit));
    }
    if (field.value !== value) field.value = value;
    listeners.onWritten();
  }

  function receive(value: string): void {
    parent = value;
    if (!field) return;
    // A text field knows no carriage returns: it would never equal a value that has them.
    const text = value.replace(/\r\n?/g, "\n");
    if (text === field.value) {
      unanswered = [];
      return;
    }
    const echo = unanswered.lastIndexOf(text);
    if (echo >= 0) {
      unanswered = unanswered.slice(echo + 1);
      return;
    }
    if (composing) return;
    if (unanswered.length > 0 && sent !== null && sent === field.value) listeners.onDisagree(sent, value);
    unanswered = [];
    sent = null;
    committed = text;
    write(text);
  }

  return {
    attach(next: HTMLTextAreaElement): () => void {
      field = next;
      committed = next.value;
      if (parent !== undefined) receive(parent);
      return () => {
        commit();
        clearTimeout(followTimer);
        field = null;
      };
    },
    changed,
    commit,
    /** Takes over the parent's value; call it when the property changed. */
    receive,
    setComposing(next: boolean): void {
      composing = next;
      // What was composed meanwhile wins over what the parent said before it.
      if (!next && parent !== undefined && unanswered.length === 0) receive(parent);
    },
    /** After a native reset: the field already holds its first text. */
    wasReset(): void {
      if (!field) return;
      unanswered = [];
      changed();
      commit();
      listeners.onWritten();
    },
  };
}

export type FieldValue = ReturnType<typeof createFieldValue>;
