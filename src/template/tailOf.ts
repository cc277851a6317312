import { commonEnd } from "./commonEnd.js";
import { replaceToken } from "./replaceToken.js";
import type { TemplateLanguage } from "./TemplateLanguage.js";

/** Finds what a token says after its path, such as a default and its closing braces; empty where it is not closed. */
export function tailOf(token: string, language: TemplateLanguage): string {
  const written = (name: string) =>
    replaceToken(token, [name], { slug: name, label: name, nodeId: name }, language);
  return commonEnd(token, commonEnd(written("a"), written("b")));
}
