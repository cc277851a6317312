/**
 * Finds the tokens of a host's own template language in one line of the text, in their order. Called for each line that
 * is drawn: it must be quick and must not remember lines.
 */
export type PromptTokenizer = (line: string) => readonly PromptToken[];

/** A token that a host's own tokenizer found; offsets in UTF-16 units of the line, `end` exclusive. */
export interface PromptToken {
  /** Where it begins. */
  start: number;
  /** Where it ends. */
  end: number;
  /** How it is marked. @default "known" */
  state?: "known" | "unknown" | "late" | "invalid" | undefined;
}
