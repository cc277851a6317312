import { readTokens } from "./readTokens.js";
import type { TemplateReference } from "./types.js";

/** Lists the references in a text, in order, repetitions included. */
export function listReferences(text: string): readonly TemplateReference[] {
  return readTokens(text).filter((token) => token.code === undefined);
}
