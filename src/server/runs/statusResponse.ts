import type { GenerationStatus } from "../../contract/index.js";
import type { HandlerContext } from "../createHandlerContext.js";
import { jsonResponse } from "../http/jsonResponse.js";
import { withFreshUrl } from "../storage/createImageUrl.js";
import type { RunRecord } from "./RunStore.js";
import { isEnded } from "./isEnded.js";

/** Milliseconds that a caller that polls should wait. */
export const POLL_MS = 1_000;

/** Answers with a run as `GET /generations/{id}` shows it. */
export async function statusResponse(handler: HandlerContext, run: RunRecord): Promise<Response> {
  const headers = isEnded(run) ? {} : { "Retry-After": String(POLL_MS / 1000) };
  return jsonResponse(await toStatus(handler, run), 200, headers);
}

async function toStatus(handler: HandlerContext, run: RunRecord): Promise<GenerationStatus> {
  const { id, status, stage, stages, usage, generation, problem, late } = run;
  const state = { id, status, stage };
  if (generation) return { ...(await withFreshUrl(handler, generation)), ...state };
  return {
    ...state,
    ...(isEnded(run) ? {} : { retryAfterMs: POLL_MS }),
    ...(stages ? { stages } : {}),
    ...(usage ? { usage } : {}),
    ...(problem ? { problem } : {}),
    ...(late ? { late: await withFreshUrl(handler, late) } : {}),
  };
}
