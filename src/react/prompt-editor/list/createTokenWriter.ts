import { formatPath, parsePath, triggerAt, type TextRange, type Variable } from "../../../template/index.js";
import { acceptEdit, drillEdit, insertEdit, openEdit } from "../textarea/acceptEdit.js";
import { isLocked } from "../textarea/isLocked.js";
import { writeText, type TextEdit } from "../textarea/writeText.js";
import type { TriggerWatch, TriggerWatchOptions } from "./createTriggerWatch.js";

export interface TokenWriterOptions extends Pick<
  TriggerWatchOptions,
  "store" | "field" | "index" | "language"
> {
  onAccept(variable: Variable): void;
  /** Called when an insertion would not fit into `maxLength`. */
  onTooLong(): void;
}

/** Writes variables into the text: the rows of the list, and any other by request. */
export function createTokenWriter(options: TokenWriterOptions, watch: TriggerWatch) {
  const { store, field } = options;

  function write(edit: TextEdit | null): boolean {
    const input = field();
    if (!input || !edit) return false;
    const result = writeText(input, edit);
    if (result === "too-long") options.onTooLong();
    return result === "written";
  }

  const tokenAt = ({ value, selectionStart }: HTMLTextAreaElement) =>
    triggerAt(value, selectionStart, options.language(), true);

  /** Finds a row, and the token in whose place it goes. */
  function target(position: number) {
    const input = field();
    if (!input) return null;
    const { items, trigger: last } = store.get();
    const variable = items[position];
    const trigger = tokenAt(input) ?? last;
    return variable && trigger ? { text: input.value, variable, trigger } : null;
  }

  function writeVariable(variable: Variable, edit: TextEdit | null): void {
    if (write(edit)) options.onAccept(variable);
  }

  function accept(position: number): void {
    const found = target(position);
    if (!found) return;
    watch.close(false);
    writeVariable(found.variable, acceptEdit(found.text, found.trigger, found.variable, options.language()));
  }

  function drill(position: number): void {
    const found = target(position);
    if (!found) return;
    write(drillEdit(found.text, found.trigger, found.variable, options.index(), options.language()));
  }

  return {
    /** Puts another variable in place of that of a token, whose default stays; `false` where that can't be written. */
    replace(range: TextRange, path: string): boolean {
      const segments = parsePath(path) ?? [];
      const source = options.index().get(formatPath(segments.slice(0, 1)))?.source;
      const text = field()?.value ?? "";
      return write(acceptEdit(text, range, { segments, source }, options.language()));
    },
    /** Inserts the variable of a row. */
    accept,
    /** Goes on with the children of a row's branch. */
    drill,
    /**
     * Does what a press on a row asks for: goes on with the children of a branch, unless the `whole` of it is wanted, and
     * inserts any other variable. Waits until everybody has heard of the press: who finds the pressed row gone takes it
     * for one outside of the host's dialog.
     */
    choose(position: number, whole: boolean): void {
      setTimeout(() => {
        if (store.get().items[position]?.branch && !whole) drill(position);
        else accept(position);
      });
    },
    /** Puts a variable at the caret, or in place of the token around it. */
    insert(variable: Variable): void {
      const input = field();
      if (input) writeVariable(variable, insertEdit(input, variable, options.language()));
    },
    /** Opens the list by request: for the token around the caret, else for a new one. */
    open(): void {
      const input = field();
      if (!input || isLocked(input)) return;
      if (tokenAt(input) || write(openEdit(input.selectionEnd, options.language()))) watch.detect("request");
    },
  };
}
