import { rankOf } from "./rankOf.js";
import { formatPath } from "./formatPath.js";
import type { Variable, VariableIndex, VariableSource } from "./types.js";

/**
 * Knowledge of an index about a path: "known", "late" (its node does not run before this one), "open" (below something
 * that nothing describes, so it may well be there) or "unknown". `variable` is set where the path itself is described.
 */
export interface ReferenceClass {
  /** State of the path among the variables that are known. */
  state: "known" | "late" | "open" | "unknown";
  /** Variable that the path names, where there is one. */
  variable?: Variable | undefined;
  /** Node that the path starts with, where there is one. */
  source?: VariableSource | undefined;
}

/** Looks a path up in an index, and says what is known about it. */
export function classifyReference(
  index: VariableIndex,
  segments: readonly (string | number)[],
): ReferenceClass {
  const node = index.get(formatPath(segments.slice(0, 1)));
  if (!node) return { state: "unknown" };
  const { source } = node;
  const variable = index.get(formatPath(segments));
  if (rankOf(source) > 1e9) return { state: "late", variable, source };
  if (variable) return { state: "known", variable, source };
  // From the root down: what lies below a gap is not there either, so a path is never walked deeper than the index is.
  let around: Variable = node;
  for (let length = 2; length < segments.length; length++) {
    const deeper = index.get(formatPath(segments.slice(0, length)));
    if (!deeper) break;
    around = deeper;
  }
  const isCut = index.truncatedAt?.(node.path) ?? index.truncated;
  return { state: around.open || isCut ? "open" : "unknown", source };
}
