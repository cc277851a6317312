import type { TextRange, Trigger, Variable, VariableIndex } from "../../../template/index.js";
import type { TextEdit } from "./writeText.js";

/** Inserts a whole token in place of the one under the caret, its closing braces included. */
export function acceptEdit({ start, end }: TextRange, variable: Variable): TextEdit {
  return { start, end, text: `{{${variable.path}}}` };
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

/** Whether nothing of the token's own text follows the caret (its closing braces do not count). */
export function isAtTokenEnd(text: string, caret: number, trigger: Trigger): boolean {
  const rest = text.slice(caret, trigger.end);
  return rest.trim() === "" || rest.trim() === "}}" || rest.trim() === "}";
}

/** The offset inside a freshly opened token after `{{` was put at a caret by request. */
export function openEdit(caret: number): TextEdit {
  return { start: caret, end: caret, text: "{{" };
}
