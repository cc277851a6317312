import { nextToken } from "./nextToken.js";
import type { TemplateReference } from "./types.js";

/** Lists what a text names, in order, repetitions included. */
export function listReferences(text: string): readonly TemplateReference[] {
  const references: TemplateReference[] = [];
  for (let token = nextToken(text, 0); token; token = nextToken(text, token.end)) {
    if (token.reference) references.push(token.reference);
  }
  return references;
}
