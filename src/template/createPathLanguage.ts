import { formatPath } from "./formatPath.js";
import { assertPathOptions } from "./path-language/assertPathOptions.js";
import { createPathReader, endsWord } from "./path-language/createPathReader.js";
import { createPathWriter } from "./path-language/createPathWriter.js";
import type { PathLanguageOptions } from "./path-language/PathLanguageOptions.js";
import { LONGEST } from "./resolveTemplate.js";
import { resolveWithin } from "./resolveWithin.js";
import type { TemplateLanguage, TemplatePath } from "./TemplateLanguage.js";

/** Beginning of a later segment, or nothing; group: a key whose quote is open. */
const BEGUN = /^(?:\.|\[(?:\d*|["'](.*)))?$/;

/**
 * Creates a language of delimiters around a plain path. It completes, marks, checks, renames and resolves, by the rules of
 * this package's own language; there is no `?.` and no `??`.
 *
 * @throws TypeError where no language can be made of the options
 *
 * @example
 * const language = createPathLanguage({ open: "<", close: ">", minSegments: 2 });
 * language.format(["agent1", "content"], undefined); // "<agent1.content>"
 */
export function createPathLanguage(options: PathLanguageOptions): TemplateLanguage {
  assertPathOptions(options);
  const { open, close, path = "dots", trigger, escape, name = `${open}…${close}`, display } = options;
  const { others = open.length < 2 || close.length < 2 ? "text" : "fault" } = options;
  const isProse = others === "text" && open.length < 2;
  const triggers = [trigger ?? open].flat();
  const isSingle = triggers.every(({ length }) => length < 2);
  const reader = createPathReader(options, others, isProse);
  const { readTokens, findOpening, findClosing } = reader;
  const own = typeof path === "object" ? path : undefined;
  const write = createPathWriter(open + close, path === "dots", isProse);

  /** Checks whether `open` would open a token behind a text: it may be escaped, or close one. */
  const opensBehind = (before: string): boolean => {
    for (let next, from = 0; (next = findOpening(before + open, from)); from = next.end) {
      if (next.start === before.length) return true;
    }
    return false;
  };

  return {
    name,
    triggers,
    scan: (text) => readTokens(text).filter(({ escaped }) => !escaped),
    format(segments, source) {
      if (!own) return open + write(segments) + close;
      const written = own.format(segments, source);
      const token = open + written + close;
      return written && findClosing(token, open.length) === token.length - close.length ? token : "";
    },
    parse(token) {
      const found = findOpening(token, 0, 1);
      return found?.start === 0 && found.end === token.length ? (found.token?.path ?? null) : null;
    },
    query(typed, before) {
      if (!opensBehind(before) || (isSingle && endsWord(before))) return null;
      // The trigger may be the beginning of `open`.
      for (const begun of triggers) {
        const left = open.slice(begun.length);
        if (left && open.startsWith(begun) && typed.startsWith(left)) typed = typed.slice(left.length);
      }
      if (!isSingle) typed = typed.trimStart();
      else if (!typed && trigger === undefined) return null;
      const { segments, end } = reader.readStart(typed);
      const rest = typed.slice(end);
      if ([open, close, "\r", "\n"].some((sign) => rest.includes(sign))) return null;
      const begun = BEGUN.exec(rest);
      if (!begun) return isSingle && !/^[\p{L}_$]\S*$/u.test(rest) ? null : typed;
      const [, key] = begun;
      if (key) return unfinished([...segments, key]);
      return rest || typed.endsWith("]")
        ? formatPath(segments) + (key === "" ? "[" : rest)
        : unfinished(segments);
    },
    resolve: (text, variables, { maxLength = LONGEST } = {}) =>
      resolveWithin(text, variables, maxLength, readTokens(text)),
    ...(escape && { escape: (text: string) => text.replaceAll(open, (found) => escape + found) }),
    ...(display && { display }),
  };
}

/** Writes a path whose last name may go on. */
const unfinished = (path: TemplatePath): string =>
  path.length < 2 ? String(path[0] ?? "") : formatPath(path).replace(/"\]$/, "");
