import type { ProblemError } from "../../contract/index.js";

/** Faults that a problem tells one by one. */
export const MOST_ERRORS = 50;
const MORE = "more_problems";
/** Characters of each of their texts. */
const LONGEST = 500;

/** Keeps a problem small, whatever was sent: the first fifty faults, long texts cut, and how many more there are. */
export function limitErrors(errors: readonly ProblemError[]): ProblemError[] {
  // A list that was limited before has the count of the others at its end.
  const isLimited = errors.length === MOST_ERRORS + 1 && errors.at(-1)?.code === MORE;
  const kept = errors.slice(0, isLimited ? errors.length : MOST_ERRORS).map((error) => {
    const entries = Object.entries(error).map(([name, value]): [string, unknown] => [name, cut(value)]);
    return Object.fromEntries(entries) as ProblemError;
  });
  const count = errors.length - kept.length;
  const [first] = errors;
  return count === 0 || !first ? kept : [...kept, moreErrors(count, String(cut(first.pointer)))];
}

/** Makes the entry that counts the errors which are not told one by one. */
export function moreErrors(count: number, pointer: string): ProblemError {
  const detail = count === 1 ? "There is 1 more problem." : `There are ${count} more problems.`;
  return { pointer, code: MORE, detail, count };
}

function cut(value: unknown): unknown {
  if (typeof value !== "string" || value.length <= LONGEST) return value;
  return `${value.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
