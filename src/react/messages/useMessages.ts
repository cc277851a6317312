"use client";
import { useContext } from "react";
import { createTranslate } from "./createTranslate.js";
import { en } from "./en/index.js";
import { MessagesContext } from "./MessagesContext.js";

const english = /* @__PURE__ */ createTranslate(en);

/**
 * Returns the function that looks up the words that are loaded at once, with the overrides of the nearest provider; the
 * built-in English where there is none, so that every family works alone. A part that is shown later brings its own ones,
 * by `useMessagesWith`.
 */
export function useMessages() {
  return useContext(MessagesContext) ?? english;
}
