import {
  findTrigger,
  type TextRange,
  type Trigger,
  type Variable,
  type VariableIndex,
} from "../../../template/index.js";
import type { TextEdit } from "./writeText.js";

/** Puts a whole token in place of a range: of the token under the caret, its closing braces included. */
export function acceptEdit({ start, end }: TextRange, variable: Variable): TextEdit {
  return { start, end, text: `{{${variable.path}}}` };
}

/** Puts a whole token at the caret of a field, or in place of the token around it or of what is selected. */
export function insertEdit(field: HTMLTextAreaElement, variable: Variable): TextEdit {
  const { value, selectionStart: start, selectionEnd: end } = field;
  return acceptEdit(findTrigger(value, start) ?? { start, end }, variable);
}

/**
 * Goes on with the children of a branch: `{{agent.output.`, or `{{trigger.items[` where the children are elements or
 * keys that need quotes. Closing braces that are there already stay, with the caret before them.
 */
export function drillEdit(
  text: string,
  trigger: Trigger,
  variable: Variable,
  index: VariableIndex,
): TextEdit {
  const closed = text.slice(trigger.start, trigger.end).endsWith("}}") && trigger.end - trigger.start >= 4;
  const children = index.children(variable.path);
  const dotted = children.some((child) => child.path.startsWith(`${variable.path}.`));
  const separator = dotted || children.length === 0 ? "." : "[";
  return {
    start: trigger.start,
    end: closed ? trigger.end - 2 : trigger.end,
    text: `{{${variable.path}${separator}`,
  };
}

/** Checks whether nothing of the token's own text follows the caret (its closing braces do not count). */
export function isAtTokenEnd(text: string, caret: number, trigger: Trigger): boolean {
  return /^\s*(?:\}{1,2}\s*)?$/.test(text.slice(caret, trigger.end));
}

/** Opens a token at a caret. */
export function openEdit(caret: number): TextEdit {
  return { start: caret, end: caret, text: "{{" };
}
