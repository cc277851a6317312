import { sha256Hex } from "../../encoding.js";

/**
 * Makes the name under which a database keeps something: the same length and alphabet whatever a scope, a key or an id in a
 * URL holds, and never the same for two different ones.
 */
export function placeOf(...parts: readonly string[]): Promise<string> {
  return sha256Hex(new TextEncoder().encode(JSON.stringify(parts)));
}
