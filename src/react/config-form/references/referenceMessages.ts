import { createTranslate, referenceWords } from "../../messages/index.js";
import type { Translate } from "../../messages/index.js";

/** Words of the host, and of what is loaded at once. */
export type Messages = Translate & { readonly locale: string; has(key: string): boolean };

const known = new WeakMap<Messages, Messages>();

/** Adds the words of references to those of a page: the host's win, key by key. The same ones for the same words. */
export function referenceMessages(t: Messages): Messages {
  const before = known.get(t);
  if (before) return before;
  const english = createTranslate(referenceWords, { locale: t.locale, words: {} });
  const translate: Translate = (key, params) => (t.has(key) ? t(key, params) : english(key, params));
  const all = Object.assign(translate, {
    locale: t.locale,
    has: (key: string) => t.has(key) || english.has(key),
  });
  known.set(t, all);
  return all;
}
