import { referenceWords, withWords } from "../../messages/index.js";
import type { Messages } from "../../messages/index.js";

export type { Messages };

/** Adds the words of references to those of a page: the host's win, key by key. The same ones for the same words. */
export function referenceMessages(t: Messages): Messages {
  return withWords(t, referenceWords);
}
