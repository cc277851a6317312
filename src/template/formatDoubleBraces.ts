import { formatPath } from "./formatPath.js";
import type { TemplatePath } from "./TemplateLanguage.js";

/** Writes a token of this package's language. */
export function formatDoubleBraces(path: TemplatePath): string {
  return `{{${formatPath(path)}}}`;
}
