import {
  drillToken,
  replaceToken,
  tailOf,
  triggerAt,
  type TemplateLanguage,
  type TemplatePath,
  type TextRange,
  type Trigger,
  type Variable,
  type VariableIndex,
  type VariableSource,
} from "../../../template/index.js";
import type { TextEdit } from "./writeText.js";

/** UTF-16 units before a token that say whether it is one. */
const REACH = 400;

/** Path with the node that it starts at. */
export interface PlacedPath {
  segments: TemplatePath;
  source: VariableSource | undefined;
}

/**
 * Puts a path into the token of a range, its closing characters included: what else the token says, such as a default,
 * stays. `null` where the language can't write it.
 */
export function acceptEdit(
  text: string,
  { start, end }: TextRange,
  { segments, source }: PlacedPath,
  language: TemplateLanguage,
): TextEdit | null {
  const token = replaceToken(text.slice(start, end), segments, source, language);
  return standAlone(text, { start, end, text: token }, language);
}

/** Puts a whole token at the caret of a field, or in place of the token around it or of what is selected. */
export function insertEdit(
  field: HTMLTextAreaElement,
  variable: Variable,
  language: TemplateLanguage,
): TextEdit | null {
  const { value, selectionStart: start, selectionEnd: end } = field;
  const trigger = triggerAt(value, start, language, false);
  if (trigger) return acceptEdit(value, trigger, variable, language);
  const token = language.format(variable.segments, variable.source);
  return standAlone(value, { start, end, text: token }, language);
}

/**
 * Sees to it that a token is one where it stands: behind a word or an escape its language may take it for text, and a
 * blank goes between. `null` where it is none.
 */
function standAlone(text: string, edit: TextEdit, language: TemplateLanguage): TextEdit | null {
  const before =
    text
      .slice(Math.max(0, edit.start - REACH), edit.start)
      .split(/[\r\n]/)
      .at(-1) ?? "";
  for (const written of [edit.text, ` ${edit.text}`]) {
    const start = before.length + written.length - edit.text.length;
    const found = language.scan(before + written).find((token) => token.start === start);
    if (found?.closed && found.end === start + edit.text.length) return { ...edit, text: written };
  }
  return null;
}

/** Goes on with the children of a branch; what the token says after its path stays, with the caret before it. */
export function drillEdit(
  text: string,
  { start, end }: Trigger,
  variable: Variable,
  index: VariableIndex,
  language: TemplateLanguage,
): TextEdit | null {
  const token = text.slice(start, end);
  const drilled = drillToken(token, variable, index.children(variable.path), language);
  return drilled && { start, end: end - drilled.kept, text: drilled.text };
}

/** Checks whether nothing of the token's own path follows the caret. */
export function isAtTokenEnd(
  text: string,
  caret: number,
  { start, end }: Trigger,
  language: TemplateLanguage,
): boolean {
  const tail = tailOf(text.slice(start, end), language);
  return /^\s*(?:\}\s*)?$/.test(text.slice(caret, end - tail.length));
}

/** Opens a token at a caret; `null` where the language has no text that does. */
export function openEdit(caret: number, { triggers: [trigger] }: TemplateLanguage): TextEdit | null {
  return trigger ? { start: caret, end: caret, text: trigger } : null;
}
