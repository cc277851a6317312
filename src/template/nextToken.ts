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

/** What can be wrong with a token by itself. */
export type TokenCode = "unclosed_braces" | "empty_braces" | "unsupported_expression";

/** One place of a text that is not plain: a variable, a mistake, or (with neither) a `\{{`. */
export interface Token extends TextRange {
  reference?: TemplateReference | undefined;
  code?: TokenCode | undefined;
}

/**
 * Finds the next token from `from`. Every place is looked at a bounded number of times, whatever the text is: strings
 * pair up the same way from wherever a token starts.
 */
export function nextToken(text: string, from: number): Token | undefined {
  let start = text.indexOf("{{", from);
  if (start < 0) return;
  if (start > from && text[start - 1] === "\\") return { start: start - 1, end: start + 2 };
  // Of a longer run the last two open, so that "{{{name}}}" is a value in braces.
  while (text[start + 2] === "{") start++;
  return readToken(text, start);
}

function readToken(text: string, start: number): Token {
  const found = (
    end: number,
    path: string,
    segments: (string | number)[],
    optional = false,
    fallback?: string,
  ) => {
    const range = { start, end };
    return { ...range, reference: { path, segments, optional, fallback, range } };
  };
  const simple = matchAt(SIMPLE_TOKEN, text, start);
  if (simple?.[1]) return found(SIMPLE_TOKEN.lastIndex, simple[1], simple[1].split("."));
  const { segments, optional, end } = readPath(text, start + 2, LATER_PART);
  const closed = segments.length && matchAt(TOKEN_END, text, end);
  if (closed) {
    const fallback = parseString(closed[1]);
    if (fallback !== undefined || !closed[1]) {
      return found(end + closed[0].length, formatPath(segments), segments, optional, fallback);
    }
  }
  CLOSING.lastIndex = start + 2;
  for (let match; (match = CLOSING.exec(text)?.[0]) && !/^[{\r\n]/.test(match);) {
    if (match !== "}}") continue;
    const blank = /^[ \t]*$/.test(text.slice(start + 2, CLOSING.lastIndex - 2));
    return { start, end: CLOSING.lastIndex, code: blank ? "empty_braces" : "unsupported_expression" };
  }
  // Prose may follow, so the path ends at the first blank.
  const tight = readPath(text, start + 2, TIGHT_PART);
  return { start, end: tight.segments.length ? tight.end : start + 2, code: "unclosed_braces" };
}
