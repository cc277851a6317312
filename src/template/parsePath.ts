import { readPath } from "./readPath.js";

/**
 * Reads a path such as `trigger.output["odd key"][0]` into its segments; null if it is not one. Brackets with a number
 * give a number, brackets with a JSON string and names give strings. `?.` is accepted and left out.
 */
export function parsePath(path: string): readonly (string | number)[] | null {
  const reading = readPath(path, 0, true);
  return reading?.end === path.length ? reading.segments : null;
}
