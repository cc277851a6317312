import { guardLanguage } from "./guardLanguage.js";
import { replaceToken } from "./replaceToken.js";
import type { TemplateLanguage } from "./TemplateLanguage.js";

/** Node by which a language is asked how it writes a token, whatever the path. */
const ANY = { slug: "a", label: "a", nodeId: "a" };

/** Finds what a language writes after a path: its closing characters. */
export function closingOf(language: TemplateLanguage): string {
  const { format } = guardLanguage(language);
  return commonEnd(format(["a"], ANY), format(["b"], ANY));
}

/** Finds what a token says after its path, such as a default and its closing braces; empty where it is not closed. */
export function tailOf(token: string, language: TemplateLanguage): string {
  const written = (name: string) => replaceToken(token, [name], ANY, language);
  return commonEnd(token, commonEnd(written("a"), written("b")));
}

/** Cuts two texts down to the end that they share. */
export function commonEnd(a: string, b: string): string {
  let length = 0;
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) length++;
  return a.slice(a.length - length);
}
