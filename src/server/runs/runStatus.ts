import type { GenerationStatus } from "../../contract/index.js";
import type { HandlerContext } from "../createHandlerContext.js";
import { withFreshUrl } from "../storage/createImageUrl.js";
import type { RunRecord } from "./RunStore.js";
import { isEnded } from "./updateRun.js";

/** How long a caller that polls should wait. */
export const POLL_MS = 1_000;

/** A run as `GET /generations/{id}` shows it. */
export async function runStatus(handler: HandlerContext, run: RunRecord): Promise<GenerationStatus> {
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
