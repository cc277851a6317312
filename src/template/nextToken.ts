import { formatPath } from "./formatPath.js";
import { isLineEnd, readPath, readString, skipBlanks, stringEnd } from "./readPath.js";
import type { TemplateReference } from "./types.js";

/** What stands between braces. `escape` is a `\{{`. */
export type TokenState = "path" | "empty" | "unsupported" | "unclosed" | "escape";

/** One place of a text that is not plain. `head` is where the first segment of a path stands. */
export interface Token {
  state: TokenState;
  start: number;
  end: number;
  reference?: TemplateReference | undefined;
  head?: { start: number; end: number } | undefined;
}

/**
 * Finds the next token from `from`. Every place is looked at a bounded number of times, whatever the text is: strings
 * pair up the same way from wherever a token starts.
 */
export function nextToken(text: string, from: number): Token | null {
  let start = text.indexOf("{{", from);
  if (start < 0) return null;
  if (start > from && text[start - 1] === "\\") return { state: "escape", start: start - 1, end: start + 2 };
  // Of a longer run the last two open, so that "{{{name}}}" is a value in braces.
  while (text[start + 2] === "{") start++;
  const head = skipBlanks(text, start + 2);
  const path = readPath(text, head, true);
  if (path) {
    let at = skipBlanks(text, path.end);
    const fallback = text.startsWith("??", at) ? readString(text, skipBlanks(text, at + 2)) : null;
    if (fallback) at = skipBlanks(text, fallback.end);
    if (text.startsWith("}}", at)) {
      const { segments, optional } = path;
      const range = { start, end: at + 2 };
      const reference = { path: formatPath(segments), segments, optional, fallback: fallback?.value, range };
      return { state: "path", ...range, reference, head: { start: head, end: path.headEnd } };
    }
  }
  const end = closingEnd(text, start + 2);
  if (end) return { state: head + 2 === end ? "empty" : "unsupported", start, end };
  return { state: "unclosed", start, end: readPath(text, head, false)?.end ?? start + 2 };
}

/** Where the token ends whose content starts at `at`; 0 if a line end or another `{{` comes first. */
function closingEnd(text: string, at: number): number {
  for (; ; at++) {
    const code = text.charCodeAt(at);
    const next = text.charCodeAt(at + 1);
    if (isLineEnd(code) || (code === 123 && next === 123)) return 0;
    if (code === 125 && next === 125) return at + 2;
    if (code === 92 && (next === 34 || next === 92)) at++;
    else if (code === 34) at = (stringEnd(text, at) || at + 1) - 1;
  }
}
