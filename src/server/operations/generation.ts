import { costsOf, failRun } from "../failRun.js";
import type { Call, HandlerContext } from "../handlerContext.js";
import { jsonResponse } from "../jsonResponse.js";
import { prefersEventStream } from "../negotiate.js";
import { refuse, toProblem } from "../problemResponse.js";
import { runEventStream } from "../runEventStream.js";
import { POLL_MS, runStatus } from "../runStatus.js";
import type { RunRecord } from "../RunStore.js";
import { settleAbandoned } from "../settleAbandoned.js";
import { isEnded } from "../transitionRun.js";

/** `GET /generations/{id}`: where a run stands, and its outcome when it has ended. */
export async function readGeneration(
  handler: HandlerContext,
  { request, principal, requestId }: Call,
  id: string,
): Promise<Response> {
  const known = await handler.runs.get(principal.scope, id);
  if (!known) throw refuse("not_found");
  const run = await settleAbandoned(handler, known, requestId);
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
  if (!found) throw refuse("not_found");
  const known = await settleAbandoned(handler, found, requestId);
  const { run } = await failRun(handler, known, (current) => {
    if (current.imageArrivedAt !== null) return null;
    const stage = current.stage === null ? {} : { stage: current.stage };
    return toProblem(refuse("cancelled", { ...costsOf(current), ...stage, id }), requestId);
  });
  return answer(handler, run ?? known);
}

async function answer(handler: HandlerContext, run: RunRecord): Promise<Response> {
  const headers = isEnded(run) ? {} : { "Retry-After": String(POLL_MS / 1000) };
  return jsonResponse(await runStatus(handler, run), 200, headers);
}
