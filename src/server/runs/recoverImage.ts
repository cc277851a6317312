import type { HandlerContext } from "../createHandlerContext.js";
import type { RunRecord } from "./RunStore.js";
import { updateRun } from "./updateRun.js";
import { isEnded } from "./isEnded.js";

/** Records an image that was stored by a process that died before it could say so. Returns the run as it is then. */
export async function recoverImage(
  handler: HandlerContext,
  run: RunRecord,
  signal?: AbortSignal,
): Promise<RunRecord> {
  if (!isLost(run)) return run;
  // A storage that is away must not hide how the run ended: whoever reads it next looks again.
  const info = await handler.options.storage.stat(run.storing.output.attachmentId).catch(() => null);
  if (!info || info.deleted) return run;
  const decide = (current: RunRecord) => {
    if (!isLost(current)) return null;
    // There is nothing left to fetch.
    const fetched = current.journal ? { journal: null, request: null } : {};
    return { late: current.storing, storing: null, ...fetched };
  };
  const { run: next } = await updateRun(handler.runs, run.scope, run.id, decide, { signal });
  return next ?? run;
}

function isLost(run: RunRecord): run is RunRecord & { storing: NonNullable<RunRecord["storing"]> } {
  return isEnded(run) && run.storing !== null && run.generation === null && run.late === null;
}
