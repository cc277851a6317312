export { MessagesContext, useMessages } from "./MessagesContext.js";
export { createTranslate, isLocale } from "./createTranslate.js";
export { errorKey, reasonKey } from "./errorKey.js";
export { en } from "./en/en.js";
export { en as coreWords } from "./en/index.js";
export { modelSettings as settingWords } from "./en/modelSettings.js";
export { pin as pinWords } from "./en/pin.js";
export { referenceImages as referenceWords } from "./en/referenceImages.js";
export type { Message, MessageOverrides, PluralMessage, Translate } from "./createTranslate.js";
