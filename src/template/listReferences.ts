import { parseTemplate } from "./parseTemplate.js";
import type { TemplateReference } from "./types.js";

/** Lists what a text names, in order, repetitions included. */
export function listReferences(text: string): readonly TemplateReference[] {
  return parseTemplate(text).parts.flatMap((part) => (part.type === "text" ? [] : part.reference));
}
