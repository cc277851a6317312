import type { HandlerContext } from "../createHandlerContext.js";
import { createProblem } from "../http/createProblem.js";
import { prefersEventStream } from "../http/negotiation.js";
import { failAbandonedRun } from "../runs/failAbandonedRun.js";
import { runEventStream } from "../runs/runEventStream.js";
import { statusResponse } from "../runs/statusResponse.js";
import type { AuthorizedCall } from "./Call.js";

/** `GET /generations/{id}`: where a run stands, and its outcome when it has ended. */
export async function readGeneration(
  handler: HandlerContext,
  { request, principal, requestId }: AuthorizedCall,
  id: string,
): Promise<Response> {
  const known = await handler.runs.get(principal.scope, id);
  if (!known) throw createProblem("not_found");
  const run = await failAbandonedRun(handler, known, requestId, request.signal);
  const wantsStream = request.method === "GET" && prefersEventStream(request.headers.get("Accept"));
  const stream = wantsStream ? await runEventStream(handler, run, requestId) : null;
  return stream ?? statusResponse(handler, run);
}
