import { formatPath } from "./formatPath.js";
import { nearest } from "./nearest.js";
import type { StepBudget } from "./StepBudget.js";

type Segments = readonly (string | number)[];

/** Paths of one text for which something is suggested: a text of nothing but mistakes must not cost more than others. */
const MOST_PATHS = 20;
/** Names that are looked at and letters that are compared, for all paths of one text together. */
const MOST_STEPS = 80_000;
/** Segments above which nothing is suggested. */
const DEEPEST = 32;

/**
 * Creates a function that finds the path that was probably meant: each segment that is not there is replaced by the
 * nearest name that is; undefined where there is none, or nothing to replace. Suggestions are a courtesy: one function
 * serves one text, and gives none when its budget is spent.
 */
export function createPathSuggester(
  has: (path: Segments) => boolean,
  namesBelow: (path: Segments) => readonly string[],
  otherwise: (path: Segments) => string | undefined = () => undefined,
): (segments: Segments) => string | undefined {
  const budget: StepBudget = { left: MOST_STEPS };
  let paths = MOST_PATHS;
  const repair = (segments: Segments) => {
    const path: (string | number)[] = [];
    for (const segment of segments) {
      if (has([...path, segment])) {
        path.push(segment);
        continue;
      }
      if (budget.left <= 0) return;
      const names = namesBelow(path);
      budget.left -= names.length;
      const found = nearest(String(segment), names, budget);
      if (found === undefined) return;
      path.push(found);
    }
    const suggestion = formatPath(path);
    return suggestion === formatPath(segments) ? undefined : suggestion;
  };
  return (segments) => {
    if (segments.length > DEEPEST || budget.left <= 0 || paths-- <= 0) return;
    return repair(segments) ?? otherwise(segments);
  };
}
