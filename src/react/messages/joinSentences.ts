/** Sign that ends a sentence and brings its own space, as Chinese and Japanese have it; it may stand in a quotation. */
const WIDE_END = /[。！？][」』”’）]*$/;

/**
 * Joins sentences as their language does: with a space between them, except after a full-width sign.
 *
 * @example
 * joinSentences("Not signed in.", "Sign in again."); // "Not signed in. Sign in again."
 */
export function joinSentences(...sentences: readonly string[]): string {
  return sentences.reduce((text, sentence) => `${text}${WIDE_END.test(text) ? "" : " "}${sentence}`);
}
