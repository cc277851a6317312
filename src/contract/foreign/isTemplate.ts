import type { TemplateLanguage } from "../../template/index.js";
import { isText } from "./isText.js";

/** Tells whether a value is a text with something in it that a language, this or another editor's, fills in. */
export function isTemplate(value: unknown, language: TemplateLanguage): boolean {
  return isText(value) && (value.includes("{{") || language.scan(value).length > 0);
}
