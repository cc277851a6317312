import { escapeDoubleBraces } from "./escapeDoubleBraces.js";
import { readTokens } from "./readTokens.js";
import { resolveTemplate } from "./resolveTemplate.js";
import { resolveWithin } from "./resolveWithin.js";
import type { TemplateLanguage } from "./TemplateLanguage.js";

/** Part of a language that reads texts and fills values in; all that a page needs that edits none. */
export type LanguageReader = Pick<TemplateLanguage, "scan" | "resolve" | "escape">;

/** Reading half of `doubleBraceLanguage`. */
export const doubleBraceReader: LanguageReader = {
  scan: (text) => readTokens(text).filter(({ escaped }) => !escaped),
  escape: escapeDoubleBraces,
  resolve: (text, variables, { maxLength } = {}) =>
    maxLength === undefined ? resolveTemplate(text, variables) : resolveWithin(text, variables, maxLength),
};
