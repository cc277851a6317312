import { formatPath } from "./formatPath.js";
import { nearest } from "./nearest.js";

type Segments = readonly (string | number)[];

/**
 * Finds the path that was probably meant: each segment that is not there is replaced by the nearest name that is;
 * undefined where there is none, or nothing to replace.
 */
export function suggestPath(
  segments: Segments,
  has: (path: Segments) => boolean,
  namesBelow: (path: Segments) => readonly string[],
): string | undefined {
  const path: (string | number)[] = [];
  for (const segment of segments) {
    const found = has([...path, segment]) ? segment : nearest(String(segment), namesBelow(path));
    if (found === undefined) return;
    path.push(found);
  }
  const suggestion = formatPath(path);
  return suggestion === formatPath(segments) ? undefined : suggestion;
}
