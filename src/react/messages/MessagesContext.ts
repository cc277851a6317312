"use client";
import { createContext, useContext } from "react";
import { en } from "./en/index.js";
import { createTranslate } from "./createTranslate.js";

/** The words of the nearest provider; the built-in English where there is none, so that every family works alone. */
export const MessagesContext = createContext(createTranslate(en));

/** Looks up words: `const t = useMessages(); t("preview.download")`. */
export function useMessages() {
  return useContext(MessagesContext);
}
