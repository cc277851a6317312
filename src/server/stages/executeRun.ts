import { addReferences, priceOf } from "../../contract/index.js";
import type { Generation, RunStage, StreamEvent, Timings } from "../../contract/index.js";
import { toBase64 } from "../encoding.js";
import type { HandlerContext } from "../createHandlerContext.js";
import { runImageStage } from "./runImageStage.js";
import type { ImageStageResult } from "./runImageStage.js";
import type { RunContext } from "./RunContext.js";
import { registerBackgroundWork } from "../hooks/registerBackgroundWork.js";
import { loadReferences } from "./loadReferences.js";
import type { LoadedReferences } from "./loadReferences.js";
import { settingsOf } from "../models/settingsOf.js";
import { storeLateImage } from "./storeLateImage.js";
import type { ToPng } from "../options.js";
import type { PreparedGeneration } from "./prepareGeneration.js";
import { createProblem } from "../http/createProblem.js";
import { runPromptStage } from "./runPromptStage.js";
import type { PromptStageResult } from "./runPromptStage.js";
import { raceSignal } from "../raceSignal.js";
import type { KeptPrompt, RunPatch, RunRecord } from "../runs/RunStore.js";
import { GRACE_MS, STORE_MS } from "../runs/failAbandonedRun.js";
import { reportEnd, recordFailure } from "./recordFailure.js";
import { sniffImage } from "../png/sniffImage.js";
import { runStoreStage } from "./runStoreStage.js";
import { publishRunEvent } from "../runs/publishRunEvent.js";
import { updateRun } from "../runs/updateRun.js";
import { isEnded } from "../runs/isEnded.js";
import { usageItem } from "./usageItem.js";

/**
 * Executes a claimed run to its end, and never throws: whatever happens is the run's outcome. It does not know of the
 * caller's connection, so a disconnect cannot cancel it.
 */
export async function executeRun(
  handler: HandlerContext,
  prepared: PreparedGeneration,
  run: RunRecord,
  requestId: string,
  kept: KeptPrompt | null,
): Promise<void> {
  const { scope, id } = run;
  const controller = new AbortController();
  const timings: Timings = { promptMs: 0, imageMs: 0, storeMs: 0 };
  const context: RunContext = {
    handler,
    prepared,
    run,
    requestId,
    controller,
    timings,
    stage: null,
    usage: { items: [] },
    arrived: false,
    superseded: false,
    refusal: null,
  };
  let unsubscribe: () => void = () => undefined;
  let release: () => void = () => undefined;
  try {
    unsubscribe = await handler.runs.subscribe(scope, id, ({ event }) => {
      if (event === "error") controller.abort(createProblem("cancelled"));
    });
    // A worker gets a run after it has waited in the queue: only the rest of its time is waited here.
    const patienceMs = run.abandonedAt - GRACE_MS - Date.now();
    release = await handler.semaphore.acquire(prepared.imageModelId, controller.signal, patienceMs);
    await executeStages(context, kept);
  } catch (error) {
    if (!context.superseded) await recordFailure(context, error);
  } finally {
    release();
    unsubscribe();
  }
  if (!context.superseded) await reportEnd(context);
}

/** Runs the three stages under the deadline, and ends the run with their result. */
async function executeStages(context: RunContext, kept: KeptPrompt | null): Promise<void> {
  const { handler, prepared, controller, timings } = context;
  const now = Date.now();
  // A run that another process had begun goes on with the time that is left.
  const deadlineAt = context.run.deadlineAt ?? now + handler.limits.timeoutMs;
  const startedAt = context.run.startedAt ?? now;
  await advance(context, { status: "running", startedAt, deadlineAt, abandonedAt: deadlineAt + GRACE_MS });
  const timer = setTimeout(() => {
    if (!context.arrived) controller.abort(createProblem("timeout"));
  }, deadlineAt - now);
  try {
    const toPng = await handler.loadToPng();
    const prompt = await executePromptStage(context, kept);
    const image = await executeImageStage(context, prompt, toPng, deadlineAt);
    const begun = Date.now();
    const stored = await runStoreStage(handler, prepared, prompt.prompt, image.bytes, toPng, (storing) =>
      updateRun(handler.runs, context.run.scope, context.run.id, () => ({ storing })),
    );
    timings.storeMs = Date.now() - begun;
    const generation: Generation = {
      id: context.run.id,
      status: "succeeded",
      output: stored.output,
      image: stored.image,
      ...describeSettings(prepared, image),
      ...(image.references.used.length > 0 && { references: [...image.references.used] }),
      stages: { ...prompt.stages, revised: image.revised },
      warnings: [
        ...prepared.warnings,
        ...prompt.warnings,
        ...image.references.warnings,
        ...image.warnings,
        ...stored.warnings,
      ],
      usage: context.usage,
      timings,
    };
    await publish(context, { event: "stage", data: { stage: "store", status: "completed" } });
    await succeed(context, generation);
    await publish(context, { event: "result", data: generation });
  } finally {
    clearTimeout(timer);
  }
}

/** Runs the prompt stage, where a prompt model is called, and records the prompt. */
async function executePromptStage(context: RunContext, kept: KeptPrompt | null): Promise<PromptStageResult> {
  const { prepared, controller, timings } = context;
  const begun = Date.now();
  const writes = prepared.promptModel !== null;
  if (writes) await enter(context, "prompt");
  const reusable = writes && kept ? { ...prepared, written: kept.written } : prepared;
  const prompt = await raceSignal(runPromptStage(reusable, controller.signal), controller.signal);
  if (writes) timings.promptMs = Date.now() - begun;
  context.usage = writes && kept ? kept.usage : prompt.usage;
  await advance(context, { stages: prompt.stages, usage: context.usage });
  if (writes) await publish(context, { event: "stage", data: { stage: "prompt", status: "completed" } });
  await publish(context, { event: "prompt", data: { stages: prompt.stages } });
  return prompt;
}

/** Most bytes of an unfinished image: a preview, which every reader of the run is sent. */
const MAX_PARTIAL_BYTES = 8 * 1024 * 1024;

/** Claims and runs the image stage. An image that arrives after the run has ended is stored in the background. */
async function executeImageStage(
  context: RunContext,
  prompt: PromptStageResult,
  toPng: ToPng,
  deadlineAt: number,
): Promise<ImageStageResult & { readonly references: LoadedReferences }> {
  const { handler, prepared, controller, timings } = context;
  const begun = Date.now();
  // Before the image is claimed: a run whose pictures are gone costs no image.
  const references = await raceSignal(loadPictures(context), controller.signal);
  await claimImage(context, begun);
  let index = 0;
  const onPartialImage = (bytes: Uint8Array) => {
    const isShown = !controller.signal.aborted && bytes.byteLength <= MAX_PARTIAL_BYTES;
    const type = isShown ? sniffImage(bytes)?.type : undefined;
    if (!type) return;
    const data = { index, b64: toBase64(bytes), mimeType: `image/${type}` };
    index += 1;
    void publish(context, { event: "partial_image", data });
  };
  const work = runImageStage(prepared, prompt, controller.signal, onPartialImage, references.pictures);
  try {
    const image = await raceSignal(work, controller.signal);
    context.arrived = true;
    timings.imageMs = Date.now() - begun;
    const item = usageItem("image", prepared.imageModelId, priceOfImage(prepared), image.reported);
    context.usage = { items: [...(context.usage?.items ?? []), item] };
    await publish(context, { event: "stage", data: { stage: "image", status: "completed" } });
    const arrivedAt = Date.now();
    const abandonedAt = Math.max(deadlineAt + GRACE_MS, arrivedAt + STORE_MS + GRACE_MS);
    await enter(context, "store", { imageArrivedAt: arrivedAt, usage: context.usage, abandonedAt });
    return { ...image, references };
  } catch (error) {
    if (controller.signal.aborted || context.arrived) {
      const late = storeLateImage(handler, prepared, context.run, prompt.prompt, work, toPng, deadlineAt);
      registerBackgroundWork(handler, late, context.run, context.requestId);
    }
    throw error;
  }
}

async function loadPictures(context: RunContext): Promise<LoadedReferences> {
  try {
    return await loadReferences(context.handler, context.prepared);
  } catch (error) {
    context.refusal = error;
    throw error;
  }
}

function priceOfImage({ imageModel, settings, references }: PreparedGeneration) {
  const price = priceOf({ price: imageModel.price, settings: settingsOf(imageModel) }, settings);
  return price && addReferences(price, references.length);
}

/** Settings that were really used; nothing where the model has none. */
function describeSettings(prepared: PreparedGeneration, image: ImageStageResult): Partial<Generation> {
  const used = { ...prepared.settings, ...image.used };
  return Object.keys(used).length > 0 ? { settings: used } : {};
}

/** Ends the run with its image; a run that has been ended meanwhile keeps the image as late. */
async function succeed(context: RunContext, generation: Generation): Promise<void> {
  try {
    await advance(context, {
      status: "succeeded",
      generation,
      request: null,
      storing: null,
      endedAt: Date.now(),
    });
  } catch (error) {
    const { output, image } = generation;
    await updateRun(context.handler.runs, context.run.scope, context.run.id, () => ({
      late: { output, image },
      storing: null,
    }));
    throw error;
  }
}

/** Begins the image stage, unless it was begun before: a job that is delivered twice must not be paid twice. */
async function claimImage(context: RunContext, imageStartedAt: number): Promise<void> {
  await enter(context, "image", (current) => {
    context.superseded = current.imageStartedAt !== null;
    return context.superseded ? null : { imageStartedAt };
  });
}

/** Begins a stage. */
async function enter(
  context: RunContext,
  stage: RunStage,
  patch: RunPatch | ((current: RunRecord) => RunPatch | null) = {},
): Promise<void> {
  await advance(context, (current) => {
    const more = typeof patch === "function" ? patch(current) : patch;
    return more && { ...more, stage };
  });
  context.stage = stage;
  await publish(context, { event: "stage", data: { stage, status: "started" } });
}

/** Changes the run; throws where it has been ended meanwhile, by the deadline, a cancel or another process. */
async function advance(
  { handler, run, controller, arrived }: RunContext,
  patch: RunPatch | ((current: RunRecord) => RunPatch | null),
): Promise<void> {
  const stopped = () => controller.signal.aborted && !arrived;
  const { changed } = await updateRun(handler.runs, run.scope, run.id, (current) => {
    if (isEnded(current) || stopped()) return null;
    return typeof patch === "function" ? patch(current) : patch;
  });
  if (!changed) throw stopped() ? controller.signal.reason : createProblem("cancelled");
}

function publish({ handler, run }: RunContext, event: StreamEvent): Promise<void> {
  return publishRunEvent(handler.runs, run.scope, run.id, event);
}
