import { guardLanguage } from "./guardLanguage.js";
import type { TemplateLanguage } from "./TemplateLanguage.js";
import type { Variable } from "./types.js";

/** Names a variable for people, as its language does. */
export function displayVariable({ path, segments, source }: Variable, language: TemplateLanguage): string {
  return guardLanguage(language).display?.(segments, source) ?? path;
}
