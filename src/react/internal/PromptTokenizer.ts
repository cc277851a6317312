/**
 * Finds the tokens of a host's own template language in one line of the text, in their order. Called for each line that
 * is drawn: it must be quick and must not remember lines.
 *
 * @example
 * const tokenize: PromptTokenizer = (line) =>
 *   [...line.matchAll(/%\w+%/g)].map((hit) => ({ start: hit.index, end: hit.index + hit[0].length }));
 */
export type PromptTokenizer = (line: string) => readonly PromptToken[];

/** Token that a host's own tokenizer found; offsets in UTF-16 units of the line, `end` exclusive. */
export interface PromptToken {
  /** Offset of its first character. */
  start: number;
  /** Offset after its last character. */
  end: number;
  /** Look of the token. Known by default. @default "known" */
  state?: "known" | "unknown" | "late" | "invalid" | undefined;
}
