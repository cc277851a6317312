import type { Generation, RunStage, StreamEvent, Timings } from "../contract/index.js";
import { toBase64 } from "./encoding.js";
import type { HandlerContext } from "./handlerContext.js";
import { imageStage } from "./imageStage.js";
import type { ImageStageResult } from "./imageStage.js";
import type { Journey } from "./Journey.js";
import { keepAlive } from "./keepAlive.js";
import { keepLatePicture } from "./keepLatePicture.js";
import type { ToPng } from "./options.js";
import type { PreparedGeneration } from "./prepareGeneration.js";
import { refuse } from "./problemResponse.js";
import { promptStage } from "./promptStage.js";
import type { PromptStageResult } from "./promptStage.js";
import { raceSignal } from "./raceSignal.js";
import type { KeptPrompt, RunPatch, RunRecord } from "./RunStore.js";
import { GRACE_MS, STORE_MS } from "./settleAbandoned.js";
import { reportEnd, settleFailure } from "./settleFailure.js";
import { sniffImage } from "./sniffImage.js";
import { storeStage } from "./storeStage.js";
import { tellWatchers } from "./tellWatchers.js";
import { isEnded, transitionRun } from "./transitionRun.js";
import { usageItem } from "./usageItem.js";

/**
 * Carries a claimed run to its end, and never throws: whatever happens is the run's outcome. It does not know of the
 * caller's connection, so a disconnect cannot cancel it.
 */
export async function runGeneration(
  handler: HandlerContext,
  prepared: PreparedGeneration,
  run: RunRecord,
  requestId: string,
  kept: KeptPrompt | null,
): Promise<void> {
  const { scope, id } = run;
  const controller = new AbortController();
  const timings: Timings = { promptMs: 0, imageMs: 0, storeMs: 0 };
  const journey: Journey = {
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
  };
  let unsubscribe: () => void = () => undefined;
  let leave: () => void = () => undefined;
  try {
    unsubscribe = await handler.runs.subscribe(scope, id, ({ event }) => {
      if (event === "error") controller.abort(refuse("cancelled"));
    });
    // A worker gets it after it has waited in the queue: only what is left of its time is waited here.
    const patienceMs = run.abandonedAt - GRACE_MS - Date.now();
    leave = await handler.places.take(prepared.imageModelId, controller.signal, patienceMs);
    await travel(journey, kept);
  } catch (error) {
    if (!journey.superseded) await settleFailure(journey, error);
  } finally {
    leave();
    unsubscribe();
  }
  if (!journey.superseded) await reportEnd(journey);
}

async function travel(journey: Journey, kept: KeptPrompt | null): Promise<void> {
  const { handler, prepared, controller, timings } = journey;
  const now = Date.now();
  // A run that another process had begun goes on with the time that is left.
  const deadlineAt = journey.run.deadlineAt ?? now + handler.limits.timeoutMs;
  const startedAt = journey.run.startedAt ?? now;
  await advance(journey, { status: "running", startedAt, deadlineAt, abandonedAt: deadlineAt + GRACE_MS });
  const timer = setTimeout(() => {
    if (!journey.arrived) controller.abort(refuse("timeout"));
  }, deadlineAt - now);
  try {
    const toPng = await handler.loadToPng();
    const prompt = await travelPrompt(journey, kept);
    const image = await travelImage(journey, prompt, toPng, deadlineAt);
    const begun = Date.now();
    const stored = await storeStage(handler, prepared, prompt.prompt, image.bytes, toPng, (storing) =>
      transitionRun(handler.runs, journey.run.scope, journey.run.id, () => ({ storing })),
    );
    timings.storeMs = Date.now() - begun;
    const generation: Generation = {
      id: journey.run.id,
      status: "succeeded",
      output: stored.output,
      image: stored.image,
      stages: { ...prompt.stages, revised: image.revised },
      warnings: [...prepared.warnings, ...prompt.warnings, ...image.warnings, ...stored.warnings],
      usage: journey.usage,
      timings,
    };
    await publish(journey, { event: "stage", data: { stage: "store", status: "completed" } });
    await succeed(journey, generation);
    await publish(journey, { event: "result", data: generation });
  } finally {
    clearTimeout(timer);
  }
}

async function travelPrompt(journey: Journey, kept: KeptPrompt | null): Promise<PromptStageResult> {
  const { prepared, controller, timings } = journey;
  const begun = Date.now();
  const writes = prepared.promptModel !== null;
  if (writes) await enter(journey, "prompt");
  const reusable = writes && kept ? { ...prepared, written: kept.written } : prepared;
  const prompt = await raceSignal(promptStage(reusable, controller.signal), controller.signal);
  if (writes) timings.promptMs = Date.now() - begun;
  journey.usage = writes && kept ? kept.usage : prompt.usage;
  await advance(journey, { stages: prompt.stages, usage: journey.usage });
  if (writes) await publish(journey, { event: "stage", data: { stage: "prompt", status: "completed" } });
  await publish(journey, { event: "prompt", data: { stages: prompt.stages } });
  return prompt;
}

async function travelImage(
  journey: Journey,
  prompt: PromptStageResult,
  toPng: ToPng,
  deadlineAt: number,
): Promise<ImageStageResult> {
  const { handler, prepared, controller, timings } = journey;
  const begun = Date.now();
  await claimImage(journey, begun);
  let index = 0;
  const onPartialImage = (bytes: Uint8Array) => {
    const type = controller.signal.aborted ? undefined : sniffImage(bytes)?.type;
    if (!type) return;
    const data = { index, b64: toBase64(bytes), mimeType: `image/${type}` };
    index += 1;
    void publish(journey, { event: "partial_image", data });
  };
  const work = imageStage(prepared, prompt, controller.signal, onPartialImage);
  try {
    const image = await raceSignal(work, controller.signal);
    journey.arrived = true;
    timings.imageMs = Date.now() - begun;
    const item = usageItem("image", prepared.imageModelId, prepared.imageModel);
    journey.usage = { items: [...(journey.usage?.items ?? []), item] };
    await publish(journey, { event: "stage", data: { stage: "image", status: "completed" } });
    const arrivedAt = Date.now();
    const abandonedAt = Math.max(deadlineAt + GRACE_MS, arrivedAt + STORE_MS + GRACE_MS);
    await enter(journey, "store", { imageArrivedAt: arrivedAt, usage: journey.usage, abandonedAt });
    return image;
  } catch (error) {
    if (controller.signal.aborted || journey.arrived) {
      const late = keepLatePicture(handler, prepared, journey.run, prompt.prompt, work, toPng, deadlineAt);
      keepAlive(handler, late, journey.run, journey.requestId);
    }
    throw error;
  }
}

/** Ends the run with its picture; one that somebody else has ended meanwhile keeps the picture as late. */
async function succeed(journey: Journey, generation: Generation): Promise<void> {
  try {
    await advance(journey, {
      status: "succeeded",
      generation,
      request: null,
      storing: null,
      endedAt: Date.now(),
    });
  } catch (error) {
    const { output, image } = generation;
    await transitionRun(journey.handler.runs, journey.run.scope, journey.run.id, () => ({
      late: { output, image },
      storing: null,
    }));
    throw error;
  }
}

/** Begins the image stage, unless it was begun before: a job that is delivered twice must not be paid twice. */
async function claimImage(journey: Journey, imageStartedAt: number): Promise<void> {
  await enter(journey, "image", (current) => {
    journey.superseded = current.imageStartedAt !== null;
    return journey.superseded ? null : { imageStartedAt };
  });
}

/** Begins a stage. */
async function enter(
  journey: Journey,
  stage: RunStage,
  patch: RunPatch | ((current: RunRecord) => RunPatch | null) = {},
): Promise<void> {
  await advance(journey, (current) => {
    const more = typeof patch === "function" ? patch(current) : patch;
    return more && { ...more, stage };
  });
  journey.stage = stage;
  await publish(journey, { event: "stage", data: { stage, status: "started" } });
}

/** Changes the run; stops the journey where somebody else has ended it. */
async function advance(
  { handler, run, controller, arrived }: Journey,
  patch: RunPatch | ((current: RunRecord) => RunPatch | null),
): Promise<void> {
  const stopped = () => controller.signal.aborted && !arrived;
  const { changed } = await transitionRun(handler.runs, run.scope, run.id, (current) => {
    if (isEnded(current) || stopped()) return null;
    return typeof patch === "function" ? patch(current) : patch;
  });
  if (!changed) throw stopped() ? controller.signal.reason : refuse("cancelled");
}

function publish({ handler, run }: Journey, event: StreamEvent): Promise<void> {
  return tellWatchers(handler.runs, run.scope, run.id, event);
}
