import { faultWords, joinTitle, reasonKey, withWords } from "../messages/index.js";
import type { Messages } from "../messages/index.js";

/** Words why the back end refused the catalog, where its reason says more than that it failed. */
export function wordReason(t: Messages, error: unknown): string | undefined {
  const key = reasonKey(t, error);
  const say = withWords(t, faultWords);
  return key && joinTitle(t, say(`${key}.title`), say(`${key}.text`));
}
