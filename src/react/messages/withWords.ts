import { createTranslate } from "./createTranslate.js";
import type { Message, Translate } from "./createTranslate.js";

/** Function that looks up words, with the locale that they follow. */
export type Messages = Translate & { readonly locale: string; has(key: string): boolean };

const known = new WeakMap<Messages, Map<object, Messages>>();

/**
 * Adds English words, which are loaded with the code that says them, to those of a page; the page's win, key by key. Returns
 * the same function for the same words.
 *
 * @example
 * const say = withWords(t, faultWords);
 */
export function withWords(t: Messages, words: Readonly<Record<string, Message>>): Messages {
  const others = known.get(t) ?? new Map<object, Messages>();
  known.set(t, others);
  const before = others.get(words);
  if (before) return before;
  const english = createTranslate(words, { locale: t.locale, words: {} });
  const translate: Translate = (key, params) => (t.has(key) ? t : english)(key, params);
  const all = Object.assign(translate, {
    locale: t.locale,
    has: (key: string) => t.has(key) || english.has(key),
  });
  others.set(words, all);
  return all;
}
