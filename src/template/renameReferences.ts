import { doubleBraceLanguage } from "./doubleBraceLanguage.js";
import { guardLanguage } from "./guardLanguage.js";
import type { TemplateLanguage } from "./TemplateLanguage.js";

/** Rewrites every reference to the node `from` into one to `to`; all else stays as it is, byte for byte. */
export function renameReferences(
  text: string,
  from: string,
  to: string,
  given: TemplateLanguage = doubleBraceLanguage,
): string {
  const language = guardLanguage(given);
  let result = "";
  let last = 0;
  for (const { start, end, path } of language.scan(text)) {
    const token = text.slice(start, end);
    if (!language.rename && path?.[0] !== from) continue;
    const renamed = language.rename
      ? language.rename(token, from, to)
      : language.format([to, ...(path ?? []).slice(1)], undefined) || token;
    result += text.slice(last, start) + renamed;
    last = end;
  }
  return result + text.slice(last);
}
