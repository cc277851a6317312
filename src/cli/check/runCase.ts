import { NotApplicable } from "../../testing/index.js";
import type { ConformanceCase, ConformanceContext, ConformanceLevel } from "../../testing/index.js";
import type { Limits } from "./createLimits.js";
import type { Clock } from "./processClock.js";

/** Result of one case. */
export interface CheckResult {
  readonly name: string;
  readonly clause: string;
  readonly level: ConformanceLevel;
  readonly billable: boolean;
  /**
   * "passed", "failed"; "unproven": the case was asked, and the answers did not settle it; "not_asked": nothing was sent,
   * because of an option, of the catalog, or because the run had stopped.
   */
  readonly outcome: "passed" | "failed" | "unproven" | "not_asked";
  /** Reason, unless the case passed. */
  readonly reason?: string | undefined;
  readonly milliseconds: number;
}

/** Report that `--json` prints. */
export interface CheckReport {
  readonly url: string;
  readonly level: ConformanceLevel;
  readonly allowSpend: boolean;
  /** Sentences that say why the run stopped before its end, and what to check; `null` for a whole run. */
  readonly stopped: string | null;
  readonly results: readonly CheckResult[];
}

/** Returns the result of a case that is not asked. */
export function skipCase({ name, clause, level, billable }: ConformanceCase, reason: string): CheckResult {
  return { name, clause, level, billable, outcome: "not_asked", reason, milliseconds: 0 };
}

/** Runs one case within its time and that of the run. */
export async function runCase(
  candidate: ConformanceCase,
  context: ConformanceContext,
  { ended }: Limits,
  clock: Clock,
): Promise<CheckResult> {
  const { name, clause, level, billable, timeoutMs } = candidate;
  const base = { name, clause, level, billable };
  const began = performance.now();
  const took = () => Math.round(performance.now() - began);
  let forget: () => void = () => undefined;
  const late = new Promise<never>((_, reject) => {
    const stop = clock.after(timeoutMs, () =>
      reject(new Error(`No outcome within ${timeoutMs / 1000} s. Clause: ${clause}`)),
    );
    const end = () => reject(new NotApplicable((ended.reason as Error).message));
    ended.addEventListener("abort", end, { once: true });
    forget = () => {
      stop();
      ended.removeEventListener("abort", end);
    };
  });
  try {
    await Promise.race([candidate.run(context), late]);
    return { ...base, outcome: "passed", milliseconds: took() };
  } catch (error) {
    const outcome = error instanceof NotApplicable || ended.aborted ? "unproven" : "failed";
    const said = error instanceof Error ? error.message : String(error);
    const reason = ended.aborted ? (ended.reason as Error).message : said;
    return { ...base, outcome, reason, milliseconds: took() };
  } finally {
    forget();
  }
}
