import type { TemplateToken, TokenFault } from "./TemplateLanguage.js";

/** Finds the mistake that a token is by itself, whatever variables there are. */
export function findFault({ fault, closed }: TemplateToken): TokenFault | "unclosed_braces" | undefined {
  return closed ? fault : "unclosed_braces";
}
