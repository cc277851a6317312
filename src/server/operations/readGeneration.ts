import { costsOf, failRun } from "../runs/failRun.js";
import type { Call, HandlerContext } from "../createHandlerContext.js";
import { jsonResponse } from "../http/jsonResponse.js";
import { prefersEventStream } from "../http/negotiation.js";
import { createProblem, toProblem } from "../http/createProblem.js";
import { runEventStream } from "../runs/runEventStream.js";
import { POLL_MS, runStatus } from "../runs/runStatus.js";
import type { RunRecord } from "../runs/RunStore.js";
import { failAbandonedRun } from "../runs/failAbandonedRun.js";
import { isEnded } from "../runs/updateRun.js";

/** `GET /generations/{id}`: where a run stands, and its outcome when it has ended. */
export async function readGeneration(
  handler: HandlerContext,
  { request, principal, requestId }: Call,
  id: string,
): Promise<Response> {
  const known = await handler.runs.get(principal.scope, id);
  if (!known) throw createProblem("not_found");
  const run = await failAbandonedRun(handler, known, requestId);
  if (request.method === "GET" && prefersEventStream(request.headers.get("Accept")))
    return runEventStream(handler, run, requestId);
  return answer(handler, run);
}

/** `DELETE /generations/{id}`: cancels, unless the run has ended or its bytes are here. Answers where it stands. */
export async function cancelGeneration(
  handler: HandlerContext,
  { principal, requestId }: Call,
  id: string,
): Promise<Response> {
  const found = await handler.runs.get(principal.scope, id);
  if (!found) throw createProblem("not_found");
  const known = await failAbandonedRun(handler, found, requestId);
  const { run } = await failRun(handler, known, (current) => {
    if (current.imageArrivedAt !== null) return null;
    const stage = current.stage === null ? {} : { stage: current.stage };
    return toProblem(createProblem("cancelled", { ...costsOf(current), ...stage, id }), requestId);
  });
  return answer(handler, run ?? known);
}

async function answer(handler: HandlerContext, run: RunRecord): Promise<Response> {
  const headers = isEnded(run) ? {} : { "Retry-After": String(POLL_MS / 1000) };
  return jsonResponse(await runStatus(handler, run), 200, headers);
}
