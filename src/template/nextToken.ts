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
import type { TemplatePath, TemplateToken, TokenFault } from "./TemplateLanguage.js";
import type { TemplateReference } from "./types.js";

/** Place of a text that is not plain: a variable, a mistake, or an escape (`\{{`), which stands for what follows its first character. */
export interface Token extends TemplateToken {
  /** Whether it is an escape. */
  escaped?: boolean | undefined;
  /** Reference that the token makes, where it names a path. */
  reference?: TemplateReference | undefined;
}

/**
 * Finds the next token from `from`. Every place is looked at a bounded number of times, whatever the text is: strings
 * pair up the same way from wherever a token starts.
 */
export function nextToken(text: string, from: number): Token | undefined {
  let start = text.indexOf("{{", from);
  if (start < 0) return;
  if (start > from && text[start - 1] === "\\") {
    return createFault(start - 1, start + 2, true, undefined, true);
  }
  // Of a longer run the last two open, so that "{{{name}}}" is a value in braces.
  while (text[start + 2] === "{") start++;
  SIMPLE_TOKEN.lastIndex = start;
  if (!SIMPLE_TOKEN.test(text)) return readToken(text, start);
  const path = text.slice(start + 2, SIMPLE_TOKEN.lastIndex - 2).trim();
  return createToken(start, SIMPLE_TOKEN.lastIndex, splitAtDots(path), path, false, undefined);
}

/** Twice as fast as `split` on a text that was never seen. */
function splitAtDots(path: string): string[] {
  const segments: string[] = [];
  let from = 0;
  for (let dot; (dot = path.indexOf(".", from)) > 0; from = dot + 1) segments.push(path.slice(from, dot));
  segments.push(path.slice(from));
  return segments;
}

/** Creates the token of a variable. */
export function createToken(
  start: number,
  end: number,
  segments: TemplatePath,
  path: string,
  optional: boolean,
  fallback: string | undefined,
): Token {
  const reference = { path, segments, optional, fallback, range: { start, end } };
  return { ...createFault(start, end, true), path: segments, optional, fallback, reference };
}

/** Creates a token that names no variable. */
export function createFault(
  start: number,
  end: number,
  closed: boolean,
  fault?: TokenFault,
  escaped?: boolean,
): Token {
  const reference = undefined;
  // All members, so that no prototype is asked.
  return { start, end, path: null, closed, fault, optional: false, fallback: undefined, escaped, reference };
}

function readToken(text: string, start: number): Token {
  const { segments, optional, end } = readPath(text, start + 2, LATER_PART);
  const closed = segments.length && matchAt(TOKEN_END, text, end);
  if (closed) {
    const fallback = parseString(closed[1]);
    if (fallback !== undefined || !closed[1]) {
      return createToken(start, end + closed[0].length, segments, formatPath(segments), optional, fallback);
    }
  }
  CLOSING.lastIndex = start + 2;
  for (let match; (match = CLOSING.exec(text)?.[0]) && !/^[{\r\n]/.test(match);) {
    if (match !== "}}") continue;
    const blank = /^[ \t]*$/.test(text.slice(start + 2, CLOSING.lastIndex - 2));
    const fault = blank ? "empty_braces" : "unsupported_expression";
    return createFault(start, CLOSING.lastIndex, true, fault);
  }
  // Prose may follow, so the path ends at the first blank.
  const tight = readPath(text, start + 2, TIGHT_PART);
  return createFault(start, tight.segments.length ? tight.end : start + 2, false);
}
