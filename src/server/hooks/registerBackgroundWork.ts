import type { HandlerContext } from "../createHandlerContext.js";
import { createProblem, toProblem } from "../http/createProblem.js";
import { reportError } from "./reportError.js";
import type { RunRecord } from "../runs/RunStore.js";

/** Passes work to the host's `waitUntil`. One that throws is reported to the host; the work goes on. */
export function registerBackgroundWork(
  handler: HandlerContext,
  work: Promise<unknown>,
  { scope, id }: Pick<RunRecord, "scope" | "id">,
  requestId: string,
): void {
  try {
    handler.options.waitUntil?.(work);
  } catch (error) {
    reportError(handler, toProblem(createProblem("internal"), requestId), error, { scope, id });
  }
}
