import { readTokens } from "./readTokens.js";
import type { TemplateLanguage, TemplateToken } from "./TemplateLanguage.js";

/**
 * Lists the tokens of a text, or of one line of it. Linear in its length.
 *
 * @param language language of the text; this package's own unless given
 */
export function scanTokens(
  text: string,
  language?: Pick<TemplateLanguage, "scan"> | undefined,
): readonly TemplateToken[] {
  return language ? language.scan(text) : readTokens(text).filter(({ escaped }) => !escaped);
}
