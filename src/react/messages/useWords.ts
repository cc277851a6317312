"use client";
import { useContext } from "react";
import { createTranslate } from "./createTranslate.js";
import type { Message } from "./createTranslate.js";
import { MessagesContext } from "./MessagesContext.js";
import { withWords } from "./withWords.js";
import type { Messages } from "./withWords.js";

const none = /* @__PURE__ */ createTranslate({});

/**
 * Returns the function that looks up the words of the nearest provider, else these English ones: for a family that hosts
 * use without the others, whose words it need not load.
 */
export function useWords(words: Readonly<Record<string, Message>>): Messages {
  return withWords(useContext(MessagesContext) ?? none, words);
}
