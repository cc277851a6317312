import type { Outcome } from "./runStep.ts";

/** Writes the end of the log: what failed, a line per step, what was left out, and the totals in the last line. */
export function describeOutcomes(outcomes: readonly Outcome[], leftOut: readonly string[]): string {
  const sum = (key: "passed" | "failed") => outcomes.reduce((total, outcome) => total + outcome[key], 0);
  return [
    ...outcomes.flatMap(({ failures }) => failures).map((failure) => `\n== failed == ${failure}`),
    "\n== summary ==",
    ...outcomes.map(describeOutcome),
    ...(leftOut.length > 0 ? [`left out: ${leftOut.join(", ")}`] : []),
    `\n${sum("passed")} passed, ${sum("failed")} failed`,
  ].join("\n");
}

function describeOutcome({ name, ok, seconds, passed }: Outcome): string {
  const count = passed > 0 ? `, ${passed} tests passed` : "";
  return `${ok ? "ok    " : "FAILED"} ${name} (${seconds.toFixed(0)} s${count})`;
}
