import { readTokens } from "./readTokens.js";
import type { TemplateReference } from "./types.js";

/** Lists what a text names, in order, repetitions included. */
export function listReferences(text: string): readonly TemplateReference[] {
  return readTokens(text).filter((token) => token.code === undefined);
}
