import { NotApplicable } from "../../testing/index.js";
import type { ConformanceCase, ConformanceContext, ConformanceLevel } from "../../testing/index.js";

/** Result of one case. */
export interface CheckResult {
  readonly name: string;
  readonly clause: string;
  readonly level: ConformanceLevel;
  readonly billable: boolean;
  /** "unproven": the case did not run, or the back end does not offer what it is about. */
  readonly outcome: "passed" | "failed" | "unproven";
  /** Reason of a failed or unproven case. */
  readonly reason?: string | undefined;
  readonly milliseconds: number;
}

/** Report that `--json` prints. */
export interface CheckReport {
  readonly url: string;
  readonly level: ConformanceLevel;
  readonly allowSpend: boolean;
  readonly results: readonly CheckResult[];
}

/** Runs one case within its time, unless there is a reason not to. */
export async function runCase(
  candidate: ConformanceCase,
  context: ConformanceContext,
  notRun: string | null,
): Promise<CheckResult> {
  const { name, clause, level, billable, timeoutMs } = candidate;
  const base = { name, clause, level, billable };
  if (notRun !== null) return { ...base, outcome: "unproven", reason: notRun, milliseconds: 0 };
  const began = performance.now();
  const took = () => Math.round(performance.now() - began);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`No answer within ${timeoutMs / 1000} s. Clause: ${clause}`)),
      timeoutMs,
    );
  });
  try {
    await Promise.race([candidate.run(context), late]);
    return { ...base, outcome: "passed", milliseconds: took() };
  } catch (error) {
    const outcome = error instanceof NotApplicable ? "unproven" : "failed";
    const reason = error instanceof Error ? error.message : String(error);
    return { ...base, outcome, reason, milliseconds: took() };
  } finally {
    clearTimeout(timer);
  }
}
