import type { Goal } from "../table.ts";

/** A goal that is reached at a limit or below it. */
export function atMost(text: string, value: number | null, limit: number): Goal {
  return {
    text: `${text}: ${value?.toFixed(2) ?? "not measured"}`,
    reached: value !== null && value <= limit,
  };
}

/** Makes the goal to be below a peer. A peer that failed is not below ours, but neither is it above. */
export function below(what: string, ours: number | null, theirs: number | null, reason?: string): Goal {
  const ratio = divide(ours, theirs);
  const text = `below ${what}: ${ratio === null ? "not measured" : `${ratio.toFixed(2)} × it`}`;
  return { text, reached: ours !== null && (ratio === null || ratio < 1), reason };
}

/** Divides what was measured; `null` where one of the two was not. */
export function divide(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a / b;
}
