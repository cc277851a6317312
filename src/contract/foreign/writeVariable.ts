import { doubleBraceLanguage } from "../../template/index.js";
import type { TemplateLanguage, TemplatePath } from "../../template/index.js";

/**
 * Writes a variable that was saved as data, not as text.
 *
 * @param plain its spelling where no host's language writes it
 */
export function writeVariable(path: TemplatePath, plain: string, language: TemplateLanguage): string {
  if (language === doubleBraceLanguage || path.length === 0) return plain;
  return language.format(path, undefined) || plain;
}
