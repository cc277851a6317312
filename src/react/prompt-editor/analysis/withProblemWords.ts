import { diagnosticWords, faultWords, withWords } from "../../messages/index.js";
import type { Messages } from "../../messages/index.js";

/** Adds the words of problems, in the editor and in a form, to those of a page. */
export function withProblemWords(t: Messages): Messages {
  return withWords(withWords(t, diagnosticWords), faultWords);
}
