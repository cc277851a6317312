import {
  findTrigger,
  listReferences,
  type TextRange,
  type Trigger,
  type Variable,
  type VariableIndex,
} from "../../../template/index.js";
import type { TextEdit } from "./writeText.js";

/** Default of a token, and its closing braces. */
const TAIL = /(?:\?\?[ \t]*"(?:[^"\\\r\n]|\\.)*"[ \t]*)?\}\}$/;

/**
 * Puts a whole token in place of a range: of the token under the caret, its closing braces included. A default that is
 * there stays.
 */
export function acceptEdit(text: string, { start, end }: TextRange, path: string): TextEdit {
  const tail = tailOf(text, { start, end }) || "}}";
  return { start, end, text: `{{${path}${tail.startsWith("?") ? " " : ""}${tail}` };
}

/** Puts another path into a token whose own may be absent (`?.`): so may the new one. */
export function replaceEdit(text: string, range: TextRange, path: string): TextEdit {
  const [reference] = listReferences(text.slice(range.start, range.end));
  const optional = reference?.optional
    ? path.replace(/^(\["(?:[^"\\]|\\.)*"\]|[^.[]+)(\.|(?=\[))/, "$1?.")
    : path;
  return acceptEdit(text, range, optional);
}

/** Puts a whole token at the caret of a field, or in place of the token around it or of what is selected. */
export function insertEdit(field: HTMLTextAreaElement, variable: Variable): TextEdit {
  const { value, selectionStart: start, selectionEnd: end } = field;
  const trigger = findTrigger(value, start);
  return trigger ? acceptEdit(value, trigger, variable.path) : { start, end, text: `{{${variable.path}}}` };
}

/**
 * Goes on with the children of a branch: `{{agent.output.`, or `{{trigger.items[` where the children are elements or
 * keys that need quotes. A default and closing braces that are there already stay, with the caret before them.
 */
export function drillEdit(
  text: string,
  trigger: Trigger,
  variable: Variable,
  index: VariableIndex,
): TextEdit {
  const tail = tailOf(text, trigger);
  const children = index.children(variable.path);
  const dotted = children.some((child) => child.path.startsWith(`${variable.path}.`));
  const separator = dotted || children.length === 0 ? "." : "[";
  return {
    start: trigger.start,
    end: trigger.end - tail.length,
    text: `{{${variable.path}${separator}`,
  };
}

/** Checks whether nothing of the token's own path follows the caret. */
export function isAtTokenEnd(text: string, caret: number, trigger: Trigger): boolean {
  const tail = tailOf(text, trigger);
  return /^\s*(?:\}\s*)?$/.test(text.slice(caret, trigger.end - tail.length));
}

/** Reads the default and the closing braces of a token; empty where it is not closed. */
function tailOf(text: string, { start, end }: TextRange): string {
  return TAIL.exec(text.slice(start + 2, end))?.[0] ?? "";
}

/** Opens a token at a caret. */
export function openEdit(caret: number): TextEdit {
  return { start: caret, end: caret, text: "{{" };
}
