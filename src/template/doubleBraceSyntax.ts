import { escapeDoubleBraces } from "./escapeDoubleBraces.js";
import { formatDoubleBraces } from "./formatDoubleBraces.js";
import { formatPath } from "./formatPath.js";
import { FIRST_PART, matchAt } from "./pathGrammar.js";
import { readTokens } from "./readTokens.js";
import { scanTokens } from "./scanTokens.js";
import type { TemplateLanguage, TemplatePath } from "./TemplateLanguage.js";

/** Default of a token, and its closing braces. */
const TAIL = /(?:\?\?[ \t]*"(?:[^"\\\r\n]|\\.)*"[ \t]*)?\}\}$/;

/** All of `doubleBraceLanguage` but its `resolve`, for an editor that fills nothing in. */
export const doubleBraceSyntax: TemplateLanguage = {
  name: "double braces",
  triggers: ["{{"],
  scan: (text) => scanTokens(text),
  escape: escapeDoubleBraces,
  format: formatDoubleBraces,
  parse(token) {
    const [first] = readTokens(token);
    return first && first.start === 0 && first.end === token.length ? first.path : null;
  },
  query(typed, before) {
    let run = before.length;
    while (before[run - 1] === "{") run--;
    const isEscaped = before[run - 1] === "\\" && before.length < run + 2;
    return isEscaped || /[{}]/.test(typed) ? null : typed.trimStart();
  },
  replace(token, path) {
    const tail = TAIL.exec(token.slice(2))?.[0] ?? "}}";
    const optional = readTokens(token)[0]?.optional && path.length > 1;
    const written = optional ? putOptional(path) : formatPath(path);
    return `{{${written}${tail.startsWith("?") ? " " : ""}${tail}`;
  },
  rename(token, from, to) {
    const head = readTokens(token)[0]?.path?.[0] === from && matchAt(FIRST_PART, token, 2);
    if (!head) return token;
    const end = FIRST_PART.lastIndex;
    return token.slice(0, end - head[0].trimStart().length) + formatPath([to]) + token.slice(end);
  },
};

/** Writes a path whose parts after the first may be absent. */
function putOptional(path: TemplatePath): string {
  const head = formatPath(path.slice(0, 1));
  return `${head}?.${formatPath(path).slice(head.length).replace(/^\./, "")}`;
}
