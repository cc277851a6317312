import { createId } from "../createId.js";
import type { HandlerContext } from "../createHandlerContext.js";
import { registerBackgroundWork } from "../hooks/registerBackgroundWork.js";
import { reportError } from "../hooks/reportError.js";
import { toProblem } from "../http/createProblem.js";
import type { RunRecord } from "../runs/RunStore.js";
import { carryOutRun } from "./carryOutRun.js";

/**
 * Creates what goes on, in the background, with a run whose process is gone, for a handler that carries its runs out
 * itself. With a queue, the queue does so.
 */
export function createTakeUp(handler: HandlerContext): (run: RunRecord) => void {
  const taken = new Set<string>();
  return (run) => {
    const { scope, id } = run;
    if (taken.has(id)) return;
    taken.add(id);
    const requestId = createId("req");
    const work = carryOutRun(handler, () => handler.runs.get(scope, id, true))
      .catch((error: unknown) => reportError(handler, toProblem(error, requestId), error, { scope, id }))
      .finally(() => taken.delete(id));
    registerBackgroundWork(handler, work, run, requestId);
  };
}
