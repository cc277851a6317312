import type { Generation } from "../../contract/index.js";
import { createId } from "../createId.js";
import type { HandlerContext } from "../createHandlerContext.js";
import { reportGeneration } from "../hooks/reportGeneration.js";
import { isEnded } from "../runs/isEnded.js";
import { isCarriedOut } from "../runs/lease.js";
import { publishRunEvent } from "../runs/publishRunEvent.js";
import type { RunRecord } from "../runs/RunStore.js";
import { updateRun } from "../runs/updateRun.js";
import { noteEnd } from "../spending/noteEnd.js";
import { settleInBackground } from "../spending/settleInBackground.js";
import { withFreshUrl } from "../storage/createImageUrl.js";
import type { PreparedGeneration } from "./prepareGeneration.js";

/** Whether a process that is gone has stored the image of a run. */
export async function isImageStored({ options }: HandlerContext, { storing }: RunRecord): Promise<boolean> {
  if (!storing) return false;
  const info = await options.storage.stat(storing.output.attachmentId).catch(() => null);
  return info !== null && !info.deleted;
}

/** Ends a run with the image that a process had stored which is gone. Leaves one alone that has ended, or is carried out. */
export async function adoptStoredImage(
  handler: HandlerContext,
  run: RunRecord,
  prepared: PreparedGeneration,
): Promise<void> {
  const { scope, id, storing, stages } = run;
  const usage = run.usage ?? { items: [] };
  if (!storing || !stages) return;
  const timings = { promptMs: 0, imageMs: 0, storeMs: 0 };
  const generation: Generation = {
    id,
    status: "succeeded",
    ...(await withFreshUrl(handler, storing)),
    ...(Object.keys(prepared.settings).length > 0 && { settings: prepared.settings }),
    stages,
    warnings: [...prepared.warnings],
    usage,
    timings,
  };
  // Another id than that of whoever stored it, who must not take this end for its own.
  const execution = createId("exec");
  const end = { request: null, storing: null, ...(run.journal ? { journal: null } : {}) };
  const { run: ended, changed } = await updateRun(handler.runs, scope, id, (current) =>
    isEnded(current) || isCarriedOut(current)
      ? null
      : {
          ...noteEnd(handler, current, true),
          ...end,
          execution,
          status: "succeeded",
          generation,
          endedAt: Date.now(),
        },
  );
  if (!changed) return;
  handler.telemetry?.meters.resumed(scope, prepared.imageModelId);
  if (ended) settleInBackground(handler, ended);
  await publishRunEvent(handler.runs, scope, id, { event: "result", data: generation });
  const { imageModelId, promptModel } = prepared;
  reportGeneration(handler, {
    ...{ id, scope, status: "succeeded", stage: "store", charged: true },
    imageModel: imageModelId,
    promptModel: promptModel?.id ?? null,
    usage,
    timings,
  });
}
