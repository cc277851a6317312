import type { HandlerContext } from "../createHandlerContext.js";
import { createId } from "../createId.js";
import { createProblem, toProblem } from "../http/createProblem.js";
import { registerBackgroundWork } from "../hooks/registerBackgroundWork.js";
import { reportError } from "../hooks/reportError.js";
import { isEnded } from "../runs/isEnded.js";
import type { RunRecord } from "../runs/RunStore.js";
import { claimSettlement } from "./claimSettlement.js";
import { settleRun } from "./settleRun.js";

/**
 * Settles a run that was read and is overdue, in the background, where the run store finds no open reservations: nobody else
 * looks for it.
 */
export function settleWhenRead(handler: HandlerContext, run: RunRecord): void {
  const { options, runs } = handler;
  const { spending } = run;
  if (!options.spending || runs.openReservations || !spending || spending.state === "closed") return;
  if (!isEnded(run) || Date.now() < spending.settleAfter) return;
  const requestId = createId("req");
  const work = async () => {
    try {
      const held = await claimSettlement(handler, run);
      // One that fails is asked again by a later reader.
      if (held) await settleRun(handler, held, []);
    } catch (error) {
      const problem = toProblem(createProblem("internal", { id: run.id }), requestId);
      reportError(handler, problem, error, { scope: run.scope, id: run.id });
    }
  };
  registerBackgroundWork(handler, work(), run, requestId);
}
