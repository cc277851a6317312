import { closingOf } from "./closingOf.js";
import type { TemplateLanguage } from "./TemplateLanguage.js";

/** Token around a caret: the range to replace, and the query to search for. */
export interface Trigger {
  /** Start of the text that opened it, such as `{{`. */
  start: number;
  /** End: that of the token, its closing characters included where they are there, else the caret. */
  end: number;
  /** Text to search for. */
  query: string;
}

/** UTF-16 units that are searched before a caret for the text that opened its token. */
const REACH = 400;

/**
 * Finds the token that is being typed at a caret, as `findTrigger` does, in a language that is safe to ask.
 *
 * @param requested whether a list was asked for, so that a language that waits for the first letter need not wait
 */
export function triggerAt(
  text: string,
  caret: number,
  language: TemplateLanguage,
  requested: boolean,
): Trigger | null {
  // A host without types may give no place, or one outside of the text: nothing would end the way back.
  if (typeof text !== "string" || !(caret >= 0 && caret <= text.length)) return null;
  const from = Math.max(0, caret - REACH);
  const around = text.slice(from, caret + REACH);
  const place = caret - from;
  const opened = findOpening(around.slice(0, place), language.triggers);
  if (!opened) return null;
  const { start, length } = opened;
  const trigger = around.slice(start, start + length);
  const typed = around.slice(start + length, place);
  const query = queryOf(language, typed, around.slice(lineStart(around, start), start), trigger);
  if (query === null && !(requested && typed === "")) return null;
  const end = endOfToken(around.slice(start), place - start, language);
  return end === null ? null : { start: from + start, end: from + start + end, query: query ?? "" };
}

/** Finds the nearest trigger; of those that start at the same place the longest. */
function findOpening(line: string, triggers: readonly string[]): { start: number; length: number } | null {
  let best: { start: number; length: number } | null = null;
  for (const trigger of triggers) {
    const start = trigger ? line.lastIndexOf(trigger) : -1;
    if (start < 0 || (best && (start < best.start || (start === best.start && trigger.length < best.length))))
      continue;
    best = { start, length: trigger.length };
  }
  if (!best || /[\r\n]/.test(line.slice(best.start))) return null;
  return best;
}

function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && text[start - 1] !== "\n" && text[start - 1] !== "\r") start--;
  return start;
}

function queryOf(language: TemplateLanguage, typed: string, before: string, trigger: string): string | null {
  if (language.query) return language.query(typed, before, trigger);
  // Prose has any single character, and goes on with a blank behind it.
  return trigger.length < 2 && /\s/.test(typed) ? null : typed;
}

/** Finds the end of the token at the start of a text; `null` where the caret stands behind it. */
function endOfToken(text: string, caret: number, language: TemplateLanguage): number | null {
  const [line = ""] = /^[^\r\n]*/.exec(text) ?? [];
  const [token] = language.scan(line);
  if (token?.start !== 0) {
    const closing = closingOf(language);
    return line.startsWith(closing, caret) ? caret + closing.length : caret;
  }
  if (token.closed && token.end <= caret) return null;
  return Math.max(caret, token.end);
}
