import { commonEnd } from "./commonEnd.js";
import type { TemplateLanguage } from "./TemplateLanguage.js";

/** Finds what a language writes after a path: its closing characters. */
export function closingOf(language: TemplateLanguage): string {
  const written = (name: string) => language.format([name], { slug: name, label: name, nodeId: name });
  return commonEnd(written("a"), written("b"));
}
