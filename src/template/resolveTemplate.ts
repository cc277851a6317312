import { resolveWithin } from "./resolveWithin.js";
import type { ResolvedTemplate } from "./resolveWithin.js";

/** UTF-16 units that no model takes. */
export const LONGEST = 1_000_000;

/**
 * Fills values into a text, in one pass: what a value holds is never parsed. Never throws, whatever the text and the
 * variables are; linear in the text's length. A result of more than 1,000,000 UTF-16 units ends there, with the error
 * `too_long`.
 *
 * @param variables Object with one member per slug. Anything else counts as an empty one.
 *
 * @example
 * resolveTemplate("A {{trigger.color}} fox", { trigger: { color: "red" } }).text; // "A red fox"
 */
export function resolveTemplate(text: string, variables: unknown): ResolvedTemplate {
  return resolveWithin(text, variables, LONGEST);
}
