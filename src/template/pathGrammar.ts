/** Sources of the expressions that read a template. None has two ways to read the same text, so none backtracks far. */
/** Any number of blanks. */
export const BLANKS = "[ \\t]*";
/** Name without brackets. */
export const NAME = "[\\w$\\p{L}\\p{M}\\p{N}-]+";
/** JSON string on one line. */
export const STRING = '"[^"\\\\\\r\\n]*(?:\\\\[^\\r\\n][^"\\\\\\r\\n]*)*"';

/** Creates the expression of a segment; groups: `?`, name, `?`, string, index. */
export const part = (blanks: string, beforeName: string, beforeBracket: string, string = STRING) =>
  new RegExp(
    `${blanks}(?:${beforeName}(${NAME})|${beforeBracket}\\[${blanks}(?:(${string})|(0|[1-9]\\d{0,9}))${blanks}\\])`,
    "uy",
  );
const later = (blanks: string) => part(blanks, `(\\?)?\\.${blanks}`, `(?:(\\?)\\.${blanks})?`);

/** Whole key that needs no brackets. A leading digit or hyphen would read like a number. */
export const PLAIN_KEY = new RegExp(`^(?![\\d-])${NAME}$`, "u");
/** First segment of a path; groups: –, name, –, string, index. */
export const FIRST_PART = part(BLANKS, "()(?![\\d-])", "()");
/** Later segment; groups: `?`, name, `?`, string, index. */
export const LATER_PART = later(BLANKS);
/** Later segment without blanks, for a path that prose may follow. */
export const TIGHT_PART = later("");
/** End of a token after its path: the default, the closing braces. */
export const TOKEN_END = new RegExp(`${BLANKS}(?:\\?\\?${BLANKS}(${STRING})${BLANKS})?\\}\\}`, "y");
/** Token of names and dots, in one step: by far the most are. */
export const SIMPLE_TOKEN = /\{\{[ \t]*[A-Za-z_$][\w$-]*(?:\.[A-Za-z_$][\w$-]*)*[ \t]*\}\}/y;
/** Pieces that matter on the way to the closing braces: they, strings, escaped quotes, and what comes too early. */
export const CLOSING = new RegExp(`\\}\\}|${STRING}|\\\\["\\\\]|\\{\\{|[\\r\\n]`, "g");

/** Matches a sticky expression at a place. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Reads a JSON string; undefined if it is none. */
export function parseString(json: string | undefined): string | undefined {
  try {
    return json && String(JSON.parse(json));
  } catch {
    return;
  }
}
