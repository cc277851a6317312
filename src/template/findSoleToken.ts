import { findFault } from "./findFault.js";
import { scanTokens } from "./scanTokens.js";
import type { TemplateLanguage, TemplateToken } from "./TemplateLanguage.js";

/**
 * Finds the token of a text that is one token and nothing else, blanks around it aside; `null` for any other text, and for a
 * token that is a mistake. Linear in the text's length.
 *
 * @param language language of the text; this package's own unless given
 */
export function findSoleToken(
  text: string,
  language?: Pick<TemplateLanguage, "scan"> | undefined,
): TemplateToken | null {
  const [token, ...others] = scanTokens(text, language);
  if (!token || others.length > 0 || findFault(token)) return null;
  return text.slice(0, token.start).trim() === "" && text.slice(token.end).trim() === "" ? token : null;
}
