import { escapeUnit, formatPath } from "../formatPath.js";
import { createFault, createToken } from "../nextToken.js";
import type { Token } from "../nextToken.js";
import { BLANKS, matchAt, parseString, part, STRING } from "../pathGrammar.js";
import { readPath } from "../readPath.js";
import type { TemplatePath } from "../TemplateLanguage.js";
import type { PathLanguageOptions } from "./PathLanguageOptions.js";

/** String in quotes of either kind. */
const QUOTED = `${STRING}|${STRING.replaceAll('"', "'")}`;

/** Place where a token opens, and the token, where it is one. */
export interface Opening {
  start: number;
  /** Place to go on from. */
  end: number;
  token: Token | undefined;
}

/** Longest path that starts at a place of a text. */
export interface PathStart {
  segments: TemplatePath;
  end: number;
}

/**
 * Creates the reader of a language of paths. None of its expressions has two ways to read the same text, and strings pair
 * up in at most three ways wherever a token starts: every place is looked at a bounded number of times.
 */
export function createPathReader(
  { open, close, path, escape, minSegments = 1 }: PathLanguageOptions,
  others: PathLanguageOptions["others"],
  isProse: boolean,
) {
  const own = typeof path === "object" ? path : undefined;
  /** Behind a word it is a comparison or code, and a bracket is not. */
  const isCode = isProse && !/^[{[(]/.test(open);
  const blanks = isProse ? "" : BLANKS;
  const first = isProse ? PROSE_FIRST : part(BLANKS, "()(?!-)", "()", QUOTED);
  const later = part(blanks, `()\\.${blanks}`, "()", QUOTED);
  const closer = toSource(close);
  const closed = new RegExp(blanks + closer, "y");
  const stops = `(${closer})|(${toSource(open)}|[\\r\\n])`;
  const bare = new RegExp(stops, "g");
  const quoted = new RegExp(`${stops}|${QUOTED}|\\\\["'\\\\]`, "g");
  /** Units after which an opening delimiter begins anew: of a run the last one opens. */
  let period = 1;
  while (!open.startsWith(open.slice(period))) period++;

  /** Finds the closing delimiter of a token; -1 where a line end or another token comes first. */
  const findClosing = (text: string, from: number, pieces = quoted): number => {
    pieces.lastIndex = from;
    for (let piece; (piece = pieces.exec(text)) && !piece[2];) if (piece[1]) return piece.index;
    return -1;
  };

  const readToken = (text: string, start: number, least: number): Token | undefined => {
    const inside = start + open.length;
    let closing = -1;
    let segments: TemplatePath | null = null;
    let end = 0;
    if (own) {
      // An apostrophe in a name is no quote: what can be read without strings is.
      for (const pieces of [bare, quoted]) {
        closing = findClosing(text, inside, pieces);
        segments = closing < 0 ? null : own.parse(text.slice(inside, closing));
        if (segments) break;
      }
      end = closing + close.length;
    } else {
      const read = readPath(text, inside, later, first, unquote);
      if (matchAt(closed, text, read.end)) ({ segments } = read);
      end = closed.lastIndex;
    }
    if (segments?.length && segments.length >= least)
      return createToken(start, end, segments, formatPath(segments), false, undefined);
    if (others === "text") return;
    closing = findClosing(text, inside);
    if (closing >= 0) {
      const fault = text.slice(inside, closing).trim() ? "unsupported_expression" : "empty_braces";
      return createFault(start, closing + close.length, true, others === "fault" ? fault : undefined);
    }
    // Prose may follow, so the path ends at the first blank.
    const tight = readPath(text, inside, LATER_TIGHT, first, unquote);
    return createFault(start, tight.segments.length ? tight.end : inside, false);
  };

  /** Finds the next place from `from` where a token or an escape opens. */
  const findOpening = (text: string, from: number, least = minSegments): Opening | undefined => {
    for (let start; (start = text.indexOf(open, from)) >= 0;) {
      if (escape && start > from && text[start - 1] === escape) {
        const token = createFault(start - 1, start + open.length, true, undefined, true);
        return { ...token, token };
      }
      const follows = isCode && endsWord(text[start - 1] ?? "");
      while (text.startsWith(open, start + period)) start += period;
      from = start + open.length;
      if (follows) continue;
      const token = readToken(text, start, least);
      return { start, end: token?.end ?? from, token };
    }
    return;
  };

  return {
    findClosing,
    findOpening,
    /** Lists the tokens of a text, escapes as well. */
    readTokens(text: string): Token[] {
      const tokens: Token[] = [];
      for (let next, from = 0; (next = findOpening(text, from)); from = next.end) {
        if (next.token) tokens.push(next.token);
      }
      return tokens;
    },
    /** Reads the longest path at the start of what is typed. */
    readStart(typed: string): PathStart {
      if (!own) return readPath(typed, 0, later, first, unquote);
      for (let end = typed.length; end > 0;) {
        const segments = own.parse(typed.slice(0, end));
        if (segments) return { segments, end };
        end = Math.max(typed.lastIndexOf(".", end - 1), typed.lastIndexOf("[", end - 1));
      }
      return { segments: [], end: 0 };
    },
  };
}

/** Checks whether a text ends in a letter or a digit. */
export const endsWord = (text: string) => /[\p{L}\p{N}_]$/u.test(text);

/** Writes a text as the source of an expression that finds it. */
export const toSource = (text: string) => text.replace(/[^]/g, escapeUnit);

const PROSE_FIRST = part("", "()(?![\\d-])", "()", QUOTED);
const LATER_TIGHT = part("", "()\\.", "()", QUOTED);

/** Reads a string in quotes of either kind. */
const unquote = (quoted: string | undefined) =>
  parseString(
    quoted &&
      `"${quoted.slice(1, -1).replace(/\\[^]|"/g, (found) => (found === "\\'" ? "'" : found === '"' ? '\\"' : found))}"`,
  );
