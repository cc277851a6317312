import type { HandlerContext } from "../createHandlerContext.js";
import { createProblem, toProblem } from "../http/createProblem.js";
import { registerBackgroundWork } from "../hooks/registerBackgroundWork.js";
import { reportError } from "../hooks/reportError.js";
import type { RunRecord } from "../runs/RunStore.js";
import { answerInTime } from "./answerInTime.js";
import type { Settlement } from "./SpendingOptions.js";
import { PAUSES_MS } from "./settleRun.js";

/**
 * Settles the reservation of a run whose token could not be noted, in the background: nobody else knows the token. Such a run
 * is never begun, so nothing was spent. A host that keeps failing is told later, without the token, by whoever looks.
 */
export function settleUnnoted(handler: HandlerContext, { scope, id }: RunRecord, token: string): void {
  const requestId = "";
  const settlement: Settlement = { token, id, scope, charged: false, usage: { items: [] }, price: [] };
  const work = async () => {
    for (let attempt = 0; ; attempt += 1) {
      try {
        await answerInTime("settle", Promise.resolve(handler.options.spending?.settle(settlement)));
        return;
      } catch (error) {
        const pause = PAUSES_MS[attempt];
        if (pause === undefined) {
          reportError(handler, toProblem(createProblem("internal", { id }), requestId), error, { scope, id });
          return;
        }
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
  };
  registerBackgroundWork(handler, work(), { scope, id }, requestId);
}
