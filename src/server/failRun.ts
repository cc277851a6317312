import type { Problem, Stages, Usage } from "../contract/index.js";
import type { HandlerContext } from "./handlerContext.js";
import type { RunRecord } from "./RunStore.js";
import { isEnded, transitionRun } from "./transitionRun.js";

/**
 * Ends a run without a picture, unless it has ended already, and frees its key when nothing was charged. `describe`
 * makes the problem from the run as it is at that moment; `null` leaves the run alone.
 */
export async function failRun(
  { runs }: HandlerContext,
  { scope, id, key, fingerprint }: RunRecord,
  describe: (run: RunRecord) => Problem | null,
): Promise<{ run: RunRecord | null; changed: boolean }> {
  const outcome = await transitionRun(runs, scope, id, (current) => {
    const problem = isEnded(current) ? null : describe(current);
    if (!problem) return null;
    const status = problem.kind === "cancelled" ? "cancelled" : "failed";
    return { status, problem, request: null, endedAt: Date.now() };
  });
  const { run, changed } = outcome;
  if (!changed || !run?.problem) return outcome;
  if (run.problem.charged === false) {
    const written = run.stages?.written;
    const usage = run.usage ?? { items: [] };
    await runs.freeKey(scope, key, id, typeof written === "string" ? { fingerprint, written, usage } : null);
  }
  await runs.publish(scope, id, { event: "error", data: run.problem });
  return outcome;
}

/** What a problem tells of a run: whether an image may have been charged, what was spent, how far the prompt came. */
export function costsOf(run: RunRecord): { charged: false | null; usage?: Usage; stages?: Stages } {
  return {
    charged: run.imageStartedAt === null ? false : null,
    ...(run.usage ? { usage: run.usage } : {}),
    ...(run.stages ? { stages: run.stages } : {}),
  };
}
