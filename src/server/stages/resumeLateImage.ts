import { canResume } from "../journal/canResume.js";
import { askUntilTold } from "./askUntilTold.js";
import { createProviderCall } from "../journal/createProviderCall.js";
import { sleep } from "../journal/sleep.js";
import { AGAIN_MS, isRefusal } from "./isRefusal.js";
import { createId } from "../createId.js";
import type { HandlerContext } from "../createHandlerContext.js";
import { createInterruption } from "../runs/createInterruption.js";
import { isEnded } from "../runs/isEnded.js";
import { readChosenModels } from "../runs/readChosenModels.js";
import { extendLease, isKept } from "../runs/lease.js";
import type { RunRecord } from "../runs/RunStore.js";
import { updateRun } from "../runs/updateRun.js";
import { postponeSettlement } from "../spending/noteEnd.js";
import { settleAfterLateImage } from "../spending/settleInBackground.js";
import { keepLease } from "./keepLease.js";
import { loadReferences } from "./loadReferences.js";
import { prepareGeneration } from "./prepareGeneration.js";
import { parseRequest } from "./parseRequest.js";
import { promptOf } from "./promptOf.js";
import { readKeptPrompt } from "./readKeptPrompt.js";
import { runImageStage } from "./runImageStage.js";
import { runPromptStage } from "./runPromptStage.js";
import { storeLateImage } from "./storeLateImage.js";
import { beginLateImage } from "../telemetry/traceRun.js";
import type { TraceSpan } from "../telemetry/TraceSpan.js";
import type { ArrivedImage } from "./storeLateImage.js";

/**
 * Fetches the image of a run whose time was over before a process could go on with it, and keeps it as late. One process
 * does so at a time. Never asks for another image; rejects only when the run store does not answer.
 *
 * @param run run with its request
 */
export async function resumeLateImage(handler: HandlerContext, run: RunRecord): Promise<void> {
  const { scope, id } = run;
  const execution = createId("exec");
  const until = Math.max(run.deadlineAt ?? 0, Date.now()) + handler.limits.lateMs;
  const { changed } = await updateRun(handler.runs, scope, id, (current) => {
    if (!canResume(current) || !isEnded(current) || isKept(current)) return null;
    return {
      ...postponeSettlement(current, until),
      execution,
      abandonedAt: extendLease(Infinity),
    };
  });
  if (!changed) return;
  const model = new AbortController();
  const trace = await beginLateImage(handler, run);
  const { imageModel } = await readChosenModels(handler, run);
  const work = trace.call(() => fetchImage(handler, run, model.signal, trace));
  const image = { run, execution, imageModel, work, until, stop: () => model.abort() };
  const late = trace.until(trace.call(() => storeLateImage(handler, image, trace)));
  keepLease(handler.runs, run, late);
  settleAfterLateImage(handler, run, execution, late);
  await late;
}

async function fetchImage(
  handler: HandlerContext,
  run: RunRecord,
  signal: AbortSignal,
  trace: TraceSpan,
): Promise<ArrivedImage> {
  const { prepared, kept, pictures } = await untilReady(signal, async () => {
    const prepared = await prepareGeneration(handler, run.scope, parseRequest(run.request));
    const kept = promptOf(run) ?? (await readKeptPrompt(handler.runs, prepared, run));
    return { prepared, kept, ...(await loadReferences(handler, prepared)) };
  });
  if (prepared.promptModel !== null && !kept) throw createInterruption({ charged: null });
  const prompt = await runPromptStage(kept ? { ...prepared, written: kept.written } : prepared, signal);
  const keep = () => Promise.resolve();
  const call = createProviderCall(handler.runs, prepared.imageModel, run.journal ?? null, keep);
  if (!call?.isResumed) throw createInterruption({ charged: null });
  handler.telemetry?.meters.resumed(run.scope, prepared.imageModelId);
  const ask = () => runImageStage(prepared, prompt, signal, () => undefined, pictures, trace);
  const image = await askUntilTold(call, signal, ask);
  return { ...image, prepared, prompt: prompt.prompt };
}

/** Makes ready what a call needs, again after pauses: a host or a storage that is away must not cost a paid image. */
async function untilReady<Result>(signal: AbortSignal, make: () => Promise<Result>): Promise<Result> {
  for (;;) {
    try {
      return await make();
    } catch (error) {
      if (isRefusal(error) || signal.aborted) throw error;
    }
    await sleep(AGAIN_MS, signal);
  }
}
