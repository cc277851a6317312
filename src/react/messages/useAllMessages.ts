"use client";
import type { createTranslate } from "./createTranslate.js";
import { en } from "./en/en.js";
import { useMessagesWith } from "./useMessagesWith.js";

/**
 * Returns the function that looks up the words of every part, with the overrides of the nearest provider. For parts of a
 * host's own: the package's parts bring just the words that they say.
 *
 * @example
 * const t = useMessages();
 * t("preview.seconds", { seconds: 3 });
 */
export function useAllMessages(): ReturnType<typeof createTranslate> {
  return useMessagesWith(en);
}
