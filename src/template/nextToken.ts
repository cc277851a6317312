import { formatPath } from "./formatPath.js";
import {
  CLOSING,
  LATER_PART,
  matchAt,
  parseString,
  SIMPLE_TOKEN,
  TIGHT_PART,
  TOKEN_END,
} from "./pathGrammar.js";
import { readPath } from "./readPath.js";
import type { TemplateReference, TextRange } from "./types.js";

/** Problem that a token can have by itself. */
export type TokenCode = "unclosed_braces" | "empty_braces" | "unsupported_expression";

/** Place of a text that is not plain: a variable (without a code), a mistake, or a `\{{`. */
export type Token =
  | (TemplateReference & { code?: undefined })
  | { code: TokenCode | "escaped"; range: TextRange; path?: undefined };

/**
 * Finds the next token from `from`. Every place is looked at a bounded number of times, whatever the text is: strings
 * pair up the same way from wherever a token starts.
 */
export function nextToken(text: string, from: number): Token | undefined {
  let start = text.indexOf("{{", from);
  if (start < 0) return;
  if (start > from && text[start - 1] === "\\") return createFault("escaped", start - 1, start + 2);
  // Of a longer run the last two open, so that "{{{name}}}" is a value in braces.
  while (text[start + 2] === "{") start++;
  SIMPLE_TOKEN.lastIndex = start;
  if (!SIMPLE_TOKEN.test(text)) return readToken(text, start);
  const path = text.slice(start + 2, SIMPLE_TOKEN.lastIndex - 2).trim();
  const range = { start, end: SIMPLE_TOKEN.lastIndex };
  return { code: undefined, path, segments: splitAtDots(path), optional: false, fallback: undefined, range };
}

/** Twice as fast as `split` on a text that was never seen. */
function splitAtDots(path: string): string[] {
  const segments: string[] = [];
  let from = 0;
  for (let dot; (dot = path.indexOf(".", from)) > 0; from = dot + 1) segments.push(path.slice(from, dot));
  segments.push(path.slice(from));
  return segments;
}

const createFault = (code: TokenCode | "escaped", start: number, end: number): Token => ({
  code,
  // An own member, so that no prototype is asked.
  path: undefined,
  range: { start, end },
});

function readToken(text: string, start: number): Token {
  const { segments, optional, end } = readPath(text, start + 2, LATER_PART);
  const closed = segments.length && matchAt(TOKEN_END, text, end);
  if (closed) {
    const fallback = parseString(closed[1]);
    if (fallback !== undefined || !closed[1]) {
      const range = { start, end: end + closed[0].length };
      return { code: undefined, path: formatPath(segments), segments, optional, fallback, range };
    }
  }
  CLOSING.lastIndex = start + 2;
  for (let match; (match = CLOSING.exec(text)?.[0]) && !/^[{\r\n]/.test(match);) {
    if (match !== "}}") continue;
    const blank = /^[ \t]*$/.test(text.slice(start + 2, CLOSING.lastIndex - 2));
    return createFault(blank ? "empty_braces" : "unsupported_expression", start, CLOSING.lastIndex);
  }
  // Prose may follow, so the path ends at the first blank.
  const tight = readPath(text, start + 2, TIGHT_PART);
  return createFault("unclosed_braces", start, tight.segments.length ? tight.end : start + 2);
}
