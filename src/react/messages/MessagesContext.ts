"use client";
import { createContext, useContext } from "react";
import { en } from "./en/index.js";
import { createTranslate } from "./createTranslate.js";

/** Words of the nearest provider; the built-in English where there is none, so that every family works alone. */
export const MessagesContext = createContext(createTranslate(en));

/**
 * Returns the function that looks up the words that are loaded at once, with the overrides of the nearest provider. A part
 * that is shown later brings its own ones, by `useMessagesWith`.
 */
export function useMessages() {
  return useContext(MessagesContext);
}
