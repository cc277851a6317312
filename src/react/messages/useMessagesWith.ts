"use client";
import type { Message } from "./createTranslate.js";
import { useMessages } from "./useMessages.js";
import { withWords } from "./withWords.js";
import type { Messages } from "./withWords.js";

/**
 * Returns the function that looks up words, with English ones that are loaded with the part that says them.
 *
 * @example
 * const t = useMessagesWith(resultWords, pinWords);
 */
export function useMessagesWith(...words: readonly Readonly<Record<string, Message>>[]): Messages {
  return words.reduce(withWords, useMessages());
}
