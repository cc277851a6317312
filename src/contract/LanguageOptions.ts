import type { TemplateLanguage } from "../template/index.js";

/** Option of what reads the texts of a configuration. */
export interface LanguageOptions {
  /** Language of the texts, where a host has its own. @default doubleBraceLanguage */
  language?: TemplateLanguage | undefined;
}
