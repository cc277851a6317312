import type { TemplateLanguage, TemplatePath } from "../TemplateLanguage.js";
import type { VariableSource } from "../types.js";

/** Host's own way to write what stands between the delimiters. */
export interface PathSpelling {
  /**
   * Writes a path without its delimiters; "" where it can't. What it writes must not hold a delimiter outside of quotes,
   * nor a line end: the token is then not written.
   */
  format(path: TemplatePath, source: VariableSource | undefined): string;
  /** Reads what stands between the delimiters, blanks included; `null` where it is no path. Is asked while somebody types. */
  parse(inner: string): TemplatePath | null;
}

/** Options of `createPathLanguage`. */
export interface PathLanguageOptions {
  /** Opening delimiter: signs without letters, digits, blanks, quotes and line ends. */
  open: string;
  /** Closing delimiter; may be the same as `open`. */
  close: string;
  /**
   * Spelling of a path: `trigger.output["odd key"][0]`, `trigger['output']['odd key'][0]`, or the host's own. The first
   * two read each other's, with either kind of quotes.
   *
   * @default "dots"
   */
  path?: "dots" | "brackets" | PathSpelling | undefined;
  /**
   * Texts that open the list. Left out, `open` does; where that is a single character, the list waits for the first letter
   * behind it, since prose has `<` and `{` too.
   *
   * @default open
   */
  trigger?: string | readonly string[] | undefined;
  /**
   * Treatment of delimiters around something that is no path: "fault" is a mistake that ends a run, "expression" is marked
   * and left to another engine, "text" is plain text, as is then an `open` without a `close`. With "text" and an `open` of
   * a single character, a token has no blanks outside of quotes, and one that is no bracket, such as `<`, never follows a letter or a digit directly.
   *
   * @default "text" where a delimiter is a single character, else "fault"
   */
  others?: "fault" | "expression" | "text" | undefined;
  /** Fewest segments of a path; with fewer it is one of the `others`. With 2, `<div>` is no token. @default 1 */
  minSegments?: number | undefined;
  /** Character that makes an `open` directly behind it literal, such as "\\". Left out, nothing does. */
  escape?: string | undefined;
  /** Name for warnings. @default open and close */
  name?: string | undefined;
  /** Names a path for people; see `TemplateLanguage`. */
  display?: TemplateLanguage["display"] | undefined;
}
