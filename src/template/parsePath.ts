import { LATER_PART } from "./pathGrammar.js";
import { readPath } from "./readPath.js";

/**
 * Reads a path such as `trigger.output["odd key"][0]` into its segments; null if it is not one. Brackets with a number
 * give a number, brackets with a JSON string and names give strings. `?.` is accepted and left out.
 */
export function parsePath(path: string): readonly (string | number)[] | null {
  const { segments, end } = readPath(path, 0, LATER_PART);
  return segments.length && end === path.length ? segments : null;
}
