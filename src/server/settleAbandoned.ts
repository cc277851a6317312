import { costsOf, failRun } from "./failRun.js";
import type { HandlerContext } from "./handlerContext.js";
import { refuse, toProblem } from "./problemResponse.js";
import { recoverPicture } from "./recoverPicture.js";
import { reportError } from "./report.js";
import type { RunRecord } from "./RunStore.js";
import { isEnded } from "./transitionRun.js";

/** How long after its bounds a run may still be on its way to its end. */
export const GRACE_MS = 5_000;
/** How long storing a picture may take. */
export const STORE_MS = 60_000;

/** Ends a run that a process left behind when it died; returns the run as it is then. */
export async function settleAbandoned(
  handler: HandlerContext,
  run: RunRecord,
  requestId: string,
): Promise<RunRecord> {
  if (!isAbandoned(run)) return recoverPicture(handler, run);
  const { run: settled, changed } = await failRun(handler, run, (current) =>
    isAbandoned(current) ? toProblem(problemOf(current), requestId) : null,
  );
  if (changed && settled?.problem) {
    const cause = new Error("The process that carried this run out ended before the run did.");
    reportError(handler, settled.problem, cause, { scope: run.scope, id: run.id });
  }
  return settled ? recoverPicture(handler, settled) : run;
}

function isAbandoned(run: RunRecord): boolean {
  return !isEnded(run) && Date.now() > run.abandonedAt;
}

/** Nothing is known of what the process did, but before `imageStartedAt` is set no image model is called. */
function problemOf(run: RunRecord) {
  const stage = run.stage === null ? {} : { stage: run.stage };
  if (run.status === "queued") return refuse("overloaded", { id: run.id, retryAfterMs: 5_000 });
  return refuse("timeout", { ...costsOf(run), ...stage, id: run.id });
}
