import type { HandlerContext } from "../createHandlerContext.js";
import { createId } from "../createId.js";
import { createProblem, toProblem } from "../http/createProblem.js";
import { reportError } from "../hooks/reportError.js";
import type { RunRecord } from "../runs/RunStore.js";
import { failAbandonedRun } from "../runs/failAbandonedRun.js";
import { claimSettlement } from "./claimSettlement.js";
import { settleRun } from "./settleRun.js";

/** Runs of one look at the run store. */
const BATCH = 50;
/** Looks that follow one another while there is more. */
const MAX_LOOKS = 20;
/** Runs that are settled at once: a look must not take the run store from those under way. */
const AT_ONCE = 5;

/**
 * Settles the reservations that others left open: of runs whose process died, which it ends, and of settlements that
 * failed. Several processes may do so at once. Rejects only where the run store cannot be asked; a single run that fails is
 * reported.
 */
export async function settleOverdue(handler: HandlerContext): Promise<void> {
  const { runs, options } = handler;
  if (!options.spending || !runs.openReservations) return;
  for (let look = 0; look < MAX_LOOKS; look += 1) {
    const overdue = await runs.openReservations(Date.now(), BATCH);
    let settled = 0;
    for (let index = 0; index < overdue.length; index += AT_ONCE) {
      const some = overdue.slice(index, index + AT_ONCE);
      const outcomes = await Promise.all(some.map((run) => settleOne(handler, run)));
      settled += outcomes.filter(Boolean).length;
    }
    if (overdue.length < BATCH || settled === 0) return;
  }
}

/** Says whether anything was done about the run. Never rejects. */
async function settleOne(handler: HandlerContext, run: RunRecord): Promise<boolean> {
  try {
    // Of one that has ended, an image is looked for that its process stored and could not tell of.
    const ended = await failAbandonedRun(handler, run, createId("req"));
    const held = await claimSettlement(handler, ended);
    if (held) await settleRun(handler, held, []);
    return held !== null || ended.revision !== run.revision;
  } catch (error) {
    const problem = toProblem(createProblem("internal", { id: run.id }), "");
    reportError(handler, problem, error, { scope: run.scope, id: run.id });
    return false;
  }
}
