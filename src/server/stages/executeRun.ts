import type { Generation, StreamEvent } from "../../contract/index.js";
import { toBase64 } from "../encoding.js";
import type { HandlerContext } from "../createHandlerContext.js";
import { askUntilTold } from "./askUntilTold.js";
import { advanceRun, changeRun, enterStage, keepAlive, publishEvents, stopRun } from "./advanceRun.js";
import { keepLease } from "./keepLease.js";
import { openCall } from "./openCall.js";
import { createRunContext } from "./createRunContext.js";
import { runImageStage } from "./runImageStage.js";
import type { ImageStageResult } from "./runImageStage.js";
import { priceOfImage } from "./priceOfImage.js";
import type { RunContext, RunExecution } from "./RunContext.js";
import { registerBackgroundWork } from "../hooks/registerBackgroundWork.js";
import { loadReferences } from "./loadReferences.js";
import type { LoadedReferences } from "./loadReferences.js";
import { storeLateImage } from "./storeLateImage.js";
import type { ToPng } from "../options.js";
import type { PreparedGeneration } from "./prepareGeneration.js";
import { createProblem } from "../http/createProblem.js";
import type { PromptStageResult } from "./runPromptStage.js";
import { raceSignal } from "../raceSignal.js";
import type { KeptPrompt, RunPatch, RunRecord } from "../runs/RunStore.js";
import { noteEnd } from "../spending/noteEnd.js";
import { settleAfterLateImage, settleInBackground } from "../spending/settleInBackground.js";
import { GRACE_MS, STORE_MS } from "../runs/lease.js";
import { reportEnd, recordFailure } from "./recordFailure.js";
import { sniffImage } from "../png/sniffImage.js";
import { runStoreStage } from "./runStoreStage.js";
import { usageItem } from "./usageItem.js";
import { noteAttempt, traceWait } from "../telemetry/traceRun.js";
import { beginImage, describeImageFailure, traceLate } from "../telemetry/beginImage.js";
import { tracePrompt } from "../telemetry/tracePrompt.js";

/** End of {@link executeRun}. */
export interface ExecutedRun {
  /** Whether another process carries the run out: it is left to that one. */
  readonly isAnothers: boolean;
  /** Work for an image that comes after the end, and that another process could go on with; `null` where there is none. */
  readonly late: Promise<void> | null;
  /** Whether it ended without its image for what says nothing of that: it can be gone on with at once. */
  readonly isOpen: boolean;
}

/**
 * Executes a claimed run to its end, and never throws: whatever happens is the run's outcome. It does not know of the
 * caller's connection, so a disconnect cannot cancel it.
 */
export async function executeRun(handler: HandlerContext, execution: RunExecution): Promise<ExecutedRun> {
  const { run, kept } = execution;
  const { scope, id } = run;
  const context = createRunContext(handler, execution);
  const { controller } = context;
  let unsubscribe: () => void = () => undefined;
  let release: () => void = () => undefined;
  if (context.isShared) keepAlive(context);
  try {
    const hear = ({ event, data }: StreamEvent) => {
      if (event === "error") stopRun(context, createProblem("cancelled"), data);
    };
    unsubscribe = await handler.runs.subscribe(scope, id, hear, { interest: "end", changesNext: true });
    // A worker gets a run after it has waited in the queue: only the rest of its time is waited here.
    const patienceMs = (run.deadlineAt ?? run.createdAt + handler.limits.maxQueueMs) - Date.now();
    const { imageModelId } = execution.prepared;
    const turn = handler.semaphore.acquire(imageModelId, controller.signal, patienceMs);
    release = await traceWait(context, turn);
    await executeStages(context, kept);
  } catch (error) {
    if (!context.superseded) await recordFailure(context, error);
  } finally {
    context.isOver = true;
    clearInterval(context.beat);
    release();
    unsubscribe();
  }
  if (!context.superseded) settleAfterLateImage(handler, context.run, context.execution, context.late);
  if (!context.superseded) await reportEnd(context);
  const { superseded: isAnothers, call, isOpen } = context;
  return { isAnothers, late: call?.entry ? context.late : null, isOpen };
}

/** Runs the three stages under the deadline, and ends the run with their result. */
async function executeStages(context: RunContext, kept: KeptPrompt | null): Promise<void> {
  const { handler, prepared, timings } = context;
  const now = Date.now();
  // A run that another process had begun goes on with the time that is left.
  const deadlineAt = context.run.deadlineAt ?? now + handler.limits.timeoutMs;
  const startedAt = context.run.startedAt ?? now;
  context.endsBy = deadlineAt + GRACE_MS;
  const { execution } = context;
  context.pending = { status: "running", startedAt, deadlineAt, execution, ...noteAttempt(context) };
  const timer = setTimeout(() => {
    stopRun(context, createProblem("timeout"));
  }, deadlineAt - now);
  try {
    const toPng = await handler.loadToPng();
    const prompt = await executePromptStage(context, kept);
    const image = await executeImageStage(context, prompt, toPng, deadlineAt);
    clearTimeout(timer);
    const begun = Date.now();
    const stored = await runStoreStage(
      handler,
      prepared,
      prompt.prompt,
      image.bytes,
      toPng,
      (storing) => changeRun(context, () => ({ storing })),
      context.trace,
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
    context.untold.push({ event: "stage", data: { stage: "store", status: "completed" } });
    context.untold.push({ event: "result", data: generation });
    await succeed(context, generation);
  } finally {
    clearTimeout(timer);
  }
}

/** Runs the prompt stage, where a prompt model is called, and records the prompt. */
async function executePromptStage(context: RunContext, kept: KeptPrompt | null): Promise<PromptStageResult> {
  const { prepared, controller, timings } = context;
  const begun = Date.now();
  const writes = prepared.promptModel !== null;
  if (writes) await enterStage(context, "prompt");
  const reusable = writes && kept ? { ...prepared, written: kept.written } : prepared;
  const prompt = await tracePrompt(context.handler, context.trace, reusable, controller.signal);
  if (writes) timings.promptMs = Date.now() - begun;
  context.usage = writes && kept ? kept.usage : prompt.usage;
  // What a process before this one had spent on the image stays, until this one has it too.
  const isSpent = context.run.imageArrivedAt !== null;
  const patch: RunPatch = { stages: prompt.stages, ...(!isSpent && { usage: context.usage }) };
  if (writes) context.untold.push({ event: "stage", data: { stage: "prompt", status: "completed" } });
  context.untold.push({ event: "prompt", data: { stages: prompt.stages } });
  context.pending = { ...context.pending, ...patch };
  // Written before pictures take their time; otherwise with the claim of the image, which follows at once.
  if (prepared.references.length > 0) await advanceRun(context, {});
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
    void publishEvents(context, { event: "partial_image", data });
  };
  const { signal } = context.model;
  context.call = openCall(context);
  const trace = beginImage(context, prompt.stages);
  const ask = () => runImageStage(prepared, prompt, signal, onPartialImage, references.pictures, trace);
  const work = trace.call(() => askUntilTold(context.call, signal, ask));
  try {
    const image = await trace.until(raceSignal(work, controller.signal), (error) =>
      describeImageFailure(context, error),
    );
    context.arrived = true;
    timings.imageMs = Date.now() - begun;
    const item = usageItem("image", prepared.imageModelId, priceOfImage(prepared), image.reported);
    context.usage = { items: [...(context.usage?.items ?? []), item] };
    context.untold.push({ event: "stage", data: { stage: "image", status: "completed" } });
    const arrivedAt = Date.now();
    context.endsBy = Math.max(deadlineAt + GRACE_MS, arrivedAt + STORE_MS + GRACE_MS);
    // One that a process before this one had fetched too is counted already.
    const isNew = context.run.imageArrivedAt === null;
    await enterStage(context, "store", { imageArrivedAt: arrivedAt, usage: context.usage });
    if (isNew) handler.telemetry?.meters.spent(context.run.scope, [item]);
    return { ...image, references };
  } catch (error) {
    context.isTold ||= !controller.signal.aborted;
    if ((controller.signal.aborted || context.arrived) && !context.superseded) {
      const arrived = work.then((image) => ({ ...image, prepared, prompt: prompt.prompt }));
      const until = deadlineAt + handler.limits.lateMs;
      const stop = () => context.model.abort(createProblem("timeout"));
      const { imageModelId: imageModel } = prepared;
      const image = { run: context.run, execution: context.execution, imageModel };
      const late = traceLate(context.trace, (span) =>
        storeLateImage(handler, { ...image, work: arrived, until, stop }, span),
      );
      if (context.call?.entry) keepLease(handler.runs, context.run, late);
      context.late = late;
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

/** Settings that were really used; nothing where the model has none. */
function describeSettings(prepared: PreparedGeneration, image: ImageStageResult): Partial<Generation> {
  const used = { ...prepared.settings, ...image.used };
  return Object.keys(used).length > 0 ? { settings: used } : {};
}

/** Ends the run with its image; a run that has been ended meanwhile keeps the image as late. */
async function succeed(context: RunContext, generation: Generation): Promise<void> {
  try {
    await advanceRun(context, (current) => ({
      ...noteEnd(context.handler, current, true),
      ...(current.journal && { journal: null }),
      status: "succeeded",
      generation,
      request: null,
      storing: null,
      endedAt: Date.now(),
    }));
    settleInBackground(context.handler, context.run);
  } catch (error) {
    const { output, image } = generation;
    const dropped = context.run.journal ? { journal: null, request: null } : {};
    const isThere = ({ generation: other }: RunRecord) => other !== null;
    await changeRun(context, (current) =>
      isThere(current) ? null : { late: { output, image }, storing: null, ...dropped },
    );
    throw error;
  }
}

/** Begins the image stage, unless another process has: a job that is delivered twice must not be paid twice. */
async function claimImage(context: RunContext, now: number): Promise<void> {
  await enterStage(context, "image", (current) => ({ imageStartedAt: current.imageStartedAt ?? now }));
}
