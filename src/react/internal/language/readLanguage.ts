import { doubleBraceLanguage, guardLanguage } from "../../../template/index.js";
import type { TemplateLanguage } from "../../../template/index.js";

/** Makes a host's language safe to ask; `undefined` for this package's own. */
export function readLanguage(language: TemplateLanguage): TemplateLanguage | undefined {
  return language === doubleBraceLanguage ? undefined : guardLanguage(language);
}
