import { createHostValue } from "../../internal/createHostValue.js";
import { isFocused } from "../../internal/isFocused.js";
import type { BoundText } from "../../internal/PromptBinding.js";
import { changedRange, moveOffset } from "./changedRange.js";
import { toFieldText } from "./toFieldText.js";

/** Listeners of {@link createFieldValue}. */
export interface FieldValueListeners {
  /** Whether the field came from a server: it may hold what was typed before the page woke up. */
  isHydrating: boolean;
  /** Handlers of the host as they are now. */
  handlers(): {
    onValueChange?: ((value: string) => void) | undefined;
    onValueCommit?: ((value: string) => void) | undefined;
  };
  /** Called when the host, the form or a reset wrote the text. */
  onWritten(): void;
  /** Called when the host's value differs from what was typed, and not because it is late. */
  onDisagree(typed: string, value: string): void;
}

/**
 * Keeps a native text field and its owner in step. The owner is the form around the editor, or else the host, whose
 * answers may be late. The field is the truth while the user types.
 */
export function createFieldValue(listeners: FieldValueListeners) {
  let field: HTMLTextAreaElement | null = null;
  let bound: BoundText | null = null;
  let unbind = () => {};
  let hostText: string | undefined;
  let composing = false;
  /** A text that came while an input method composed, and waits for its end. */
  let deferred: string | null = null;
  /** Text that the owner wrote or was told of last. */
  let known = "";
  let attached: HTMLTextAreaElement | null = null;
  /** Whether the field holds what was typed before the page woke up, which the owner does not know yet. */
  let adopting = false;

  const host = createTextHost(listeners, () => field?.value ?? "", write);

  function write(text: string): void {
    if (!field || adopting) return;
    if (field.value === text) {
      known = text;
      return;
    }
    if (composing) {
      deferred = text;
      return;
    }
    putText(field, text);
    known = text;
    listeners.onWritten();
  }

  function changed(): void {
    if (!field) return;
    // What was composed meanwhile wins over what came before it.
    deferred = null;
    adopting = false;
    known = field.value;
    bound?.change(field.value);
    host.changed(["text"]);
  }

  function catchUp(): boolean {
    if (!field || field.value === known) return false;
    changed();
    return true;
  }

  function commit(): void {
    if (catchUp()) listeners.onWritten();
    bound?.commit();
    host.commit();
  }

  const pull = () => {
    if (bound) write(toFieldText(bound.get()));
  };

  return {
    /** Ties the value to a field. Returns the function that unties it and commits what is open. */
    attach(next: HTMLTextAreaElement): () => void {
      field = next;
      if (attached !== next) {
        attached = next;
        known = listeners.isHydrating ? toFieldText(next.defaultValue) : next.value;
        adopting = next.value !== known;
      }
      pull();
      if (hostText !== undefined) write(hostText);
      host.restart();
      if (hostText !== undefined) host.receive({ text: hostText });
      return () => {
        bound?.commit();
        host.stop();
        field = null;
      };
    },
    /** Makes the text of a form the owner, or with `null` the host again. */
    bind(text: BoundText | null): () => void {
      unbind();
      bound = text;
      const stops = text && [text.subscribe(pull), text.onRead(() => catchUp() && listeners.onWritten())];
      unbind = () => stops?.forEach((stop) => stop());
      pull();
      return () => {
        unbind();
        bound = null;
      };
    },
    changed,
    commit,
    /**
     * Takes over what stands in the field though no event told of it: a script wrote it, or somebody typed before the
     * page woke up. Says whether there was anything.
     */
    catchUp,
    /** Takes the text that the host holds; call it when the property changed. */
    receive(value: string): void {
      hostText = toFieldText(value);
      if (field) host.receive({ text: hostText });
    },
    setComposing(next: boolean): void {
      composing = next;
      if (next || deferred === null) return;
      const text = deferred;
      deferred = null;
      write(text);
    },
    /** Takes over what a native reset put into the field. */
    wasReset(): void {
      if (!field) return;
      changed();
      commit();
      listeners.onWritten();
    },
  };
}

function createTextHost(listeners: FieldValueListeners, read: () => string, write: (text: string) => void) {
  return createHostValue<{ text: string }>({
    read: () => ({ text: read() }),
    write: ({ text = "" }) => write(text),
    onChange: ({ text }) => listeners.handlers().onValueChange?.(text),
    get onCommit() {
      const { onValueCommit } = listeners.handlers();
      return onValueCommit && (({ text }: { text: string }) => onValueCommit(text));
    },
    onDisagree: (own, theirs) => listeners.onDisagree(own.text, theirs.text),
  });
}

/** Writes a text; the caret of a field that is in use stays with its words. */
function putText(field: HTMLTextAreaElement, text: string): void {
  if (isFocused(field)) {
    const edit = changedRange(field.value, text);
    const { selectionStart, selectionEnd } = field;
    field.setRangeText(edit.text, edit.start, edit.end);
    field.setSelectionRange(moveOffset(selectionStart, edit), moveOffset(selectionEnd, edit));
  }
  if (field.value !== text) field.value = text;
}

export type FieldValue = ReturnType<typeof createFieldValue>;
