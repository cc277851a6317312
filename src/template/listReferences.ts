import { guardLanguage } from "./guardLanguage.js";
import { formatPath } from "./formatPath.js";
import { scanTokens } from "./scanTokens.js";
import type { TemplateLanguage, TemplatePath, TemplateToken } from "./TemplateLanguage.js";
import type { TemplateReference } from "./types.js";

/** Lists the references in a text, in order, repetitions included; expressions of a host's language are none. */
export function listReferences(
  text: string,
  language?: TemplateLanguage | undefined,
): readonly TemplateReference[] {
  return scanTokens(text, language && guardLanguage(language)).flatMap((token) =>
    token.path ? [toReference(token, token.path)] : [],
  );
}

function toReference(token: TemplateToken, segments: TemplatePath): TemplateReference {
  const { start, end, optional = false, fallback } = token;
  return { path: formatPath(segments), segments, optional, fallback, range: { start, end } };
}
