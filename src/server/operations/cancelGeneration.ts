import type { HandlerContext } from "../createHandlerContext.js";
import { createProblem, toProblem } from "../http/createProblem.js";
import { failAbandonedRun } from "../runs/failAbandonedRun.js";
import { costsOf, failRun } from "../runs/failRun.js";
import { reportUnexecuted } from "../runs/reportUnexecuted.js";
import type { RunRecord } from "../runs/RunStore.js";
import { statusResponse } from "../runs/statusResponse.js";
import { withdrawRun } from "../runs/withdrawRun.js";
import type { AuthorizedCall } from "./Call.js";

/** `DELETE /generations/{id}`: cancels, unless the run has ended or its bytes are here. Answers where it stands. */
export async function cancelGeneration(
  handler: HandlerContext,
  { request, principal, requestId }: AuthorizedCall,
  id: string,
): Promise<Response> {
  const found = await handler.runs.get(principal.scope, id, handler.options.dispatch !== undefined);
  if (!found) throw createProblem("not_found");
  const known = await failAbandonedRun(handler, found, requestId, request.signal);
  let before = known;
  const describe = (current: RunRecord) => {
    // One that was read again has no request, which is the same in each revision.
    before = { ...current, request: known.request };
    if (current.imageArrivedAt !== null) return null;
    const stage = current.stage === null ? {} : { stage: current.stage };
    return toProblem(createProblem("cancelled", { ...costsOf(current), ...stage, id }), requestId);
  };
  const { run, changed } = await failRun(handler, known, describe, {
    signal: request.signal,
    known,
  });
  // Whoever carries a run out tells its end; a worker does not take one that has ended.
  const isWaiting = handler.options.dispatch !== undefined && before.status === "queued";
  if (changed && run && isWaiting) {
    withdrawRun(handler, run);
    await reportUnexecuted(handler, before, run);
  }
  return statusResponse(handler, run ?? known);
}
