import { doubleBraceLanguage } from "./doubleBraceLanguage.js";
import { guardLanguage } from "./guardLanguage.js";
import type { TemplateLanguage } from "./TemplateLanguage.js";
import { triggerAt } from "./triggerAt.js";
import type { Trigger } from "./triggerAt.js";

/** Options of {@link findTrigger}. */
export interface FindTriggerOptions {
  /** Language of the text. @default doubleBraceLanguage */
  language?: TemplateLanguage | undefined;
  /** Whether a list was asked for, so that a language that waits for the first letter need not wait. @default false */
  requested?: boolean | undefined;
}

/**
 * Finds the token that is being typed at a caret; null where none is. The nearest trigger before the caret counts, on the
 * same line and at most 400 UTF-16 units back. Costs the same wherever in however long a text the caret is.
 */
export function findTrigger(
  text: string,
  caret: number,
  { language = doubleBraceLanguage, requested = false }: FindTriggerOptions = {},
): Trigger | null {
  return triggerAt(text, caret, guardLanguage(language), requested);
}
