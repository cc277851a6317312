import type { TemplatePath } from "../TemplateLanguage.js";
import { NAME } from "../pathGrammar.js";
import { toSource } from "./createPathReader.js";

/** Creates the function that writes a path, so that no key holds a delimiter, a quote or a line end as it is. */
export function createPathWriter(delimiters: string, isDots: boolean, isProse: boolean) {
  const signs = toSource(delimiters);
  const plain = new RegExp(`^(?!-|.*[${signs}]${isProse ? "|\\d" : ""})${NAME}$`, "u");
  const unsafe = new RegExp(`[\\p{Cc}\\p{Cs}\\u2028\\u2029"'\\\\{}${signs}]`, "gu");
  const quote = isDots ? '"' : "'";
  const write = (found: string) => (!isDots && /['\\]/.test(found) ? "\\" + found : toSource(found));
  return (path: TemplatePath): string =>
    path.reduce<string>((written, segment) => {
      const key = String(segment);
      if (typeof segment === "number" && /^\d{1,10}$/.test(key)) return `${written}[${key}]`;
      if (plain.test(key) && (isDots || !written)) return written ? `${written}.${key}` : key;
      return `${written}[${quote}${key.replace(unsafe, write)}${quote}]`;
    }, "");
}
