import type { HandlerContext } from "../createHandlerContext.js";
import { createProblem, toProblem } from "../http/createProblem.js";
import { registerBackgroundWork } from "../hooks/registerBackgroundWork.js";
import { reportError } from "../hooks/reportError.js";
import type { RunRecord } from "../runs/RunStore.js";
import { claimSettlement } from "./claimSettlement.js";
import { settleRun } from "./settleRun.js";

/** Settles a run that this process has just ended, in the background. One whose image may still come is left alone. */
export function settleInBackground(handler: HandlerContext, ended: RunRecord): void {
  if (!handler.options.spending || ended.spending?.state !== "settling") return;
  registerBackgroundWork(handler, settleRun(handler, ended), ended, requestIdOf(ended));
}

/**
 * Settles a run that this process carried out and that ended without saying whether an image was charged, in the
 * background: nobody else needs to wait for an image that comes late.
 *
 * @param execution id of the attempt that carried it out, or fetched its image
 * @param late resolves once no image comes any more
 */
export function settleAfterLateImage(
  handler: HandlerContext,
  run: RunRecord,
  execution: string,
  late: Promise<void> | null,
): void {
  if (!handler.options.spending || !run.spending) return;
  // Whoever ended it has settled it, and no image came since.
  if (!late && run.spending.state !== "open") return;
  const work = async () => {
    try {
      await late;
      const held = await claimSettlement(handler, run, execution);
      if (held) await settleRun(handler, held);
    } catch (error) {
      const problem = toProblem(createProblem("internal", { id: run.id }), requestIdOf(run));
      reportError(handler, problem, error, { scope: run.scope, id: run.id });
    }
  };
  registerBackgroundWork(handler, work(), run, requestIdOf(run));
}

const requestIdOf = ({ problem }: RunRecord) => problem?.requestId ?? "";
