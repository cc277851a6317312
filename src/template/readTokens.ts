import { nextToken } from "./nextToken.js";
import type { Token } from "./nextToken.js";

/**
 * Last text that was taken apart: one template is often resolved many times, with the values of one item after another.
 */
let known: { text: string; tokens: readonly Token[] } | undefined;

/** Lists the tokens of a text, escapes as well. Linear in its length; asked for the same text again, it costs nothing. */
export function readTokens(text: string): readonly Token[] {
  if (known?.text === text) return known.tokens;
  // What only looks like a text need not end.
  if (typeof text !== "string") throw new TypeError(`A template is a string, and this is ${typeof text}.`);
  const tokens: Token[] = [];
  for (let token = nextToken(text, 0); token; token = nextToken(text, token.end)) tokens.push(token);
  // Lines without one are read at every key, and cost nothing again.
  if (tokens.length > 0) known = { text, tokens };
  return tokens;
}
