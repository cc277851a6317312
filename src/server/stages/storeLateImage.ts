import type { HandlerContext } from "../createHandlerContext.js";
import type { ImageStageResult } from "./runImageStage.js";
import type { ToPng } from "../options.js";
import type { PreparedGeneration } from "./prepareGeneration.js";
import { raceSignal } from "../raceSignal.js";
import type { RunPatch, RunRecord } from "../runs/RunStore.js";
import { runStoreStage } from "./runStoreStage.js";
import { STORE_MS } from "../runs/lease.js";
import { untilAvailable } from "../runs/untilAvailable.js";
import { updateRun } from "../runs/updateRun.js";
import { NO_SPAN } from "../telemetry/TraceSpan.js";
import type { TraceSpan } from "../telemetry/TraceSpan.js";

/** Stores an image that arrives after its run has ended: it was paid. The run's status stays. Never throws. */
export async function storeLateImage(
  handler: HandlerContext,
  prepared: PreparedGeneration,
  { scope, id }: RunRecord,
  prompt: string,
  work: Promise<ImageStageResult>,
  toPng: ToPng,
  deadlineAt: number,
  trace: TraceSpan = NO_SPAN,
): Promise<void> {
  // Whoever stops the process waits for this: a model that never answers must not hold it for ever.
  const tooLate = new AbortController();
  const until = deadlineAt + handler.limits.lateMs;
  const timer = setTimeout(() => tooLate.abort(), until - Date.now());
  try {
    const { bytes } = await raceSignal(work, tooLate.signal);
    if (Date.now() > until) return;
    const note = (patch: RunPatch) =>
      untilAvailable(
        () => updateRun(handler.runs, scope, id, () => patch),
        () => until + STORE_MS,
      );
    // Without the note a reader finds the image only once it is written at the end.
    const announce = (storing: NonNullable<RunRecord["storing"]>) => note({ storing }).catch(() => undefined);
    const stored = await runStoreStage(handler, prepared, prompt, bytes, toPng, announce, trace);
    const { output, image } = stored;
    await note({ late: { output, image }, storing: null });
  } catch {
    // The run has its outcome; a late failure adds nothing to it.
  } finally {
    clearTimeout(timer);
  }
}
