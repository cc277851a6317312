import { ImageNodeError } from "../../contract/index.js";
import type { Problem, ProblemReason } from "../../contract/index.js";
import { REASON_TEXTS } from "../http/problemTexts.js";
import { isEnded } from "../runs/isEnded.js";
import type { HandlerContext } from "../createHandlerContext.js";
import type { ImageStageResult } from "./runImageStage.js";
import { noteLateArrival } from "./noteLateArrival.js";
import type { PreparedGeneration } from "./prepareGeneration.js";
import { raceSignal } from "../raceSignal.js";
import type { RunPatch, RunRecord } from "../runs/RunStore.js";
import { runStoreStage } from "./runStoreStage.js";
import { STORE_MS } from "../runs/lease.js";
import { untilAvailable } from "../runs/untilAvailable.js";
import { updateRun } from "../runs/updateRun.js";
import { billLateImage } from "../telemetry/billLateImage.js";
import type { LateBill } from "../telemetry/billLateImage.js";
import { countLostLate } from "../telemetry/countLost.js";
import { NO_SPAN } from "../telemetry/TraceSpan.js";
import type { TraceSpan } from "../telemetry/TraceSpan.js";

/** Image that a model has delivered. */
export interface ArrivedImage extends Pick<ImageStageResult, "bytes" | "reported"> {
  readonly prepared: PreparedGeneration;
  /** Prompt without the words of its style. */
  readonly prompt: string;
}

/** Image that is still on its way when its run has ended. */
export interface LateImage {
  readonly run: RunRecord;
  /** Id of the attempt that waits for it. */
  readonly execution: string;
  /** Id of its model, for the metrics. */
  readonly imageModel: string;
  readonly work: Promise<ArrivedImage>;
  /** Time up to which it is waited for. */
  readonly until: number;
  /** Stops the model: the image is not waited for any longer. */
  readonly stop: () => void;
}

/** Stores an image that arrives after its run has ended: it was paid. The run's status stays. Never throws. */
export async function storeLateImage(
  handler: HandlerContext,
  { run, execution, imageModel, work, until, stop }: LateImage,
  trace: TraceSpan = NO_SPAN,
): Promise<void> {
  const { scope, id } = run;
  // Whoever stops the process waits for this: a model that never answers must not hold it for ever.
  const tooLate = new AbortController();
  const timer = setTimeout(() => tooLate.abort(), until - Date.now());
  const note = (decide: (current: RunRecord) => RunPatch | null) =>
    untilAvailable(
      () => updateRun(handler.runs, scope, id, (current) => (mayKeep(current) ? decide(current) : null)),
      () => until + STORE_MS,
    );
  // Another attempt may have taken the run over, and brings the image itself.
  const isOwn = (current: RunRecord) => current.execution === execution;
  const mayKeep = (current: RunRecord) =>
    (isOwn(current) || isEnded(current)) && current.generation === null && current.late === null;
  const dropJournal = ({ journal }: RunRecord) => (journal ? { journal: null, request: null } : {});
  let bill: LateBill | null = null;
  try {
    const { bytes, prepared, prompt, reported } = await raceSignal(work, tooLate.signal);
    if (Date.now() > until) return;
    const { see, close } = (bill = billLateImage(handler, run, prepared, reported));
    const arrive = (current: RunRecord) => {
      see(current);
      return noteLateArrival(current, prepared, reported);
    };
    const toPng = await handler.loadToPng();
    // Without the note a reader finds the image only once it is written at the end.
    const announce = (storing: NonNullable<RunRecord["storing"]>) =>
      note((current) => ({ ...arrive(current), storing }))
        .then(close)
        .catch(() => undefined);
    const stored = await runStoreStage(handler, prepared, prompt, bytes, toPng, announce, trace);
    const { output, image } = stored;
    const change = await note((current) => ({
      ...arrive(current),
      late: { output, image },
      storing: null,
      ...dropJournal(current),
    }));
    close(change);
  } catch (error) {
    stop();
    // It came, whatever became of it.
    bill?.close({ changed: true });
    const isGone = ImageNodeError.isInstance(error) && error.reason === "no_longer_available";
    // The run has its outcome, to which a late failure adds little; but nobody needs to go on with it.
    const given = await note((current) => {
      if (!current.journal || !isOwn(current) || !isEnded(current)) return null;
      const { problem } = current;
      const said = problem && isGone ? { problem: sayGone(problem) } : {};
      return { ...dropJournal(current), ...said };
    }).catch(() => null);
    if (given?.changed && given.run) countLostLate(handler, given.run, imageModel, error);
  } finally {
    clearTimeout(timer);
  }
}

/** Says of a run that ended before that its image cannot come any more. */
function sayGone(problem: Problem): Problem {
  const reason = "no_longer_available" satisfies ProblemReason;
  return { ...problem, reason, detail: REASON_TEXTS[reason] };
}
