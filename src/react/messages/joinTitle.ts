import { joinSentences } from "./joinSentences.js";
import type { Translate } from "./createTranslate.js";

/**
 * Puts a title and the sentences below it into a line, as their language does. A title that is a sentence keeps its own
 * end, which may be any sign: "。", "؟", "।".
 *
 * @example
 * joinTitle(t, "No connection", "Try again."); // "No connection. Try again."
 */
export function joinTitle(t: Translate, title: string, text: string): string {
  return /\p{Sentence_Terminal}$/u.test(title)
    ? joinSentences(title, text)
    : t("configForm.refused", { title, text });
}
