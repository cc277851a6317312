"use client";
import { useMemo } from "react";
import { createTranslate, pinWords, useMessages } from "../../messages/index.js";
import type { Translate } from "../../messages/index.js";

/** Returns the function that looks up words, those around a pinned image too. */
export function usePinWords(): Translate {
  const messages = useMessages();
  return useMemo(() => {
    const english = createTranslate(pinWords, { locale: messages.locale, words: {} });
    return (key, params) => (messages.has(key) ? messages(key, params) : english(key, params));
  }, [messages]);
}
