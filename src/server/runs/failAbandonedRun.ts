import { createInterruption } from "./createInterruption.js";
import { costsOf, failRun } from "./failRun.js";
import type { HandlerContext } from "../createHandlerContext.js";
import { createProblem, toProblem } from "../http/createProblem.js";
import { recoverImage } from "./recoverImage.js";
import { reportError } from "../hooks/reportError.js";
import { reportUnexecuted } from "./reportUnexecuted.js";
import type { RunRecord } from "./RunStore.js";
import { canResume } from "../journal/canResume.js";
import { GRACE_MS, isKept } from "./lease.js";
import { isEnded } from "./isEnded.js";
import { withdrawRun } from "./withdrawRun.js";
import { settleWhenRead } from "../spending/settleWhenRead.js";

/**
 * Ends a run that a process left behind when it died, or lets this process go on with it where it can; returns the run as
 * it is then. `signal` is the caller's. Settles what it has reserved where nobody else does.
 */
export async function failAbandonedRun(
  handler: HandlerContext,
  run: RunRecord,
  requestId: string,
  signal?: AbortSignal,
): Promise<RunRecord> {
  const known = await endAbandoned(handler, run, requestId, signal);
  settleWhenRead(handler, known);
  return known;
}

async function endAbandoned(
  handler: HandlerContext,
  run: RunRecord,
  requestId: string,
  signal?: AbortSignal,
): Promise<RunRecord> {
  if (canResume(run) && !isKept(run)) handler.takeUp?.(run);
  if (!isAbandoned(run)) return recoverImage(handler, run, signal);
  const describe = (current: RunRecord) =>
    isAbandoned(current) ? toProblem(problemOf(current), requestId) : null;
  // Its end takes the request away, which says what was asked for.
  const before = (await handler.runs.get(run.scope, run.id, true)) ?? run;
  const { run: settled, changed } = await failRun(handler, run, describe, { signal, known: before });
  if (changed && settled?.problem) {
    const cause = new Error("The process that carried this run out ended before the run did.");
    reportError(handler, settled.problem, cause, { scope: run.scope, id: run.id });
    if (run.status === "queued") withdrawRun(handler, run);
    await reportUnexecuted(handler, before, settled);
  }
  return settled ? recoverImage(handler, settled, signal) : run;
}

function isAbandoned(run: RunRecord): boolean {
  // One whose image can still be fetched has its whole time for that.
  const until = canResume(run) && run.deadlineAt !== null ? run.deadlineAt + GRACE_MS : 0;
  return !isEnded(run) && Date.now() > Math.max(run.abandonedAt, until);
}

/** Nothing is known of what the process did, but before `imageStartedAt` is set no image model is called. */
function problemOf(run: RunRecord) {
  const stage = run.stage === null ? {} : { stage: run.stage };
  if (run.status === "queued" && run.imageStartedAt === null)
    return createProblem("overloaded", { id: run.id, retryAfterMs: 5_000 });
  return createInterruption({ ...costsOf(run), ...stage, id: run.id });
}
