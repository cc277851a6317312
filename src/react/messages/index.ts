export { MessagesContext, useMessages } from "./MessagesContext.js";
export { createTranslate, isLocale } from "./createTranslate.js";
export { errorKey, reasonKey } from "./errorKey.js";
export { en } from "./en/index.js";
export type { Message, MessageOverrides, PluralMessage, Translate } from "./createTranslate.js";
