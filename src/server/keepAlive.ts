import type { HandlerContext } from "./handlerContext.js";
import { refuse, toProblem } from "./problemResponse.js";
import { reportError } from "./report.js";
import type { RunRecord } from "./RunStore.js";

/** Hands work to the runtime, so that it lives on. A `waitUntil` that throws is told to the host; the work goes on. */
export function keepAlive(
  handler: HandlerContext,
  work: Promise<unknown>,
  { scope, id }: RunRecord,
  requestId: string,
): void {
  try {
    handler.options.waitUntil?.(work);
  } catch (error) {
    reportError(handler, toProblem(refuse("internal"), requestId), error, { scope, id });
  }
}
