import type { ProblemError } from "../../contract/index.js";

/** Faults that a problem tells one by one. */
export const MOST_ERRORS = 50;
/** Characters of each of their texts. */
const LONGEST = 500;

/** Keeps a problem small, whatever was sent: the first fifty faults, long texts cut, and how many more there are. */
export function limitErrors(errors: readonly ProblemError[]): ProblemError[] {
  const kept = errors.slice(0, MOST_ERRORS).map((error) => {
    const entries = Object.entries(error).map(([name, value]): [string, unknown] => [name, cut(value)]);
    return Object.fromEntries(entries) as ProblemError;
  });
  const count = errors.length - kept.length;
  const [first] = errors;
  if (count === 0 || !first) return kept;
  const detail = count === 1 ? "There is 1 more problem." : `There are ${count} more problems.`;
  return [...kept, { pointer: String(cut(first.pointer)), code: "more_problems", detail, count }];
}

function cut(value: unknown): unknown {
  if (typeof value !== "string" || value.length <= LONGEST) return value;
  return `${value.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
