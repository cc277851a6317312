import { formatPath } from "./formatPath.js";
import { nearest } from "./nearest.js";
import type { VariableIndex } from "./types.js";

/**
 * The path that was probably meant: each segment that is not there is replaced by the nearest that is, or else the
 * best hit for the whole path ("trigger.style" for "trigger.output.style").
 */
export function suggestVariable(
  index: VariableIndex,
  segments: readonly (string | number)[],
): string | undefined {
  const path: (string | number)[] = [];
  for (const segment of segments) {
    if (!index.has(formatPath([...path, segment]))) {
      const names = index.children(formatPath(path)).map((child) => String(child.segments.at(-1)));
      const name = nearest(String(segment), names);
      if (name === undefined) {
        return segments.length > 1
          ? index.search(segments.join(" "), { limit: 1 }).items[0]?.path
          : undefined;
      }
      path.push(name);
    } else path.push(segment);
  }
  return formatPath(path);
}
