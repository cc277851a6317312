import type { TemplateLanguage, TemplatePath } from "./TemplateLanguage.js";
import type { VariableSource } from "./types.js";

/** Puts another path into a token, finished or not, and keeps what else the language lets it say. */
export function replaceToken(
  token: string,
  path: TemplatePath,
  source: VariableSource | undefined,
  language: TemplateLanguage,
): string {
  return language.replace?.(token, path, source) || language.format(path, source);
}
