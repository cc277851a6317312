import type { HandlerContext } from "../createHandlerContext.js";
import { createProblem, toProblem } from "../http/createProblem.js";
import { reportError } from "./reportError.js";
import type { RunRecord } from "../runs/RunStore.js";

/** Hands work to the runtime, so that it lives on. A `waitUntil` that throws is told to the host; the work goes on. */
export function registerBackgroundWork(
  handler: HandlerContext,
  work: Promise<unknown>,
  { scope, id }: RunRecord,
  requestId: string,
): void {
  try {
    handler.options.waitUntil?.(work);
  } catch (error) {
    reportError(handler, toProblem(createProblem("internal"), requestId), error, { scope, id });
  }
}
