"use client";
import { useMemo } from "react";
import { createTranslate } from "./createTranslate.js";
import type { Message, Translate } from "./createTranslate.js";
import { useMessages } from "./MessagesContext.js";

/** Returns the function that looks up words, with English ones that are loaded with the part that says them. */
export function useMessagesWith(words: Readonly<Record<string, Message>>): Translate {
  const messages = useMessages();
  return useMemo(() => {
    const english = createTranslate(words, { locale: messages.locale, words: {} });
    return (key, params) => (messages.has(key) ? messages(key, params) : english(key, params));
  }, [messages, words]);
}
