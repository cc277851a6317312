import { createId } from "../createId.js";
import type { HandlerContext } from "../createHandlerContext.js";
import { createProblem, toProblem } from "../http/createProblem.js";
import { reportError } from "../hooks/reportError.js";
import type { RunRecord } from "../runs/RunStore.js";
import { createInterruption } from "../runs/createInterruption.js";
import { costsOf, failRun } from "../runs/failRun.js";
import { isEnded } from "../runs/isEnded.js";
import { GRACE_MS, isCarriedOut, isKept } from "../runs/lease.js";
import { recoverImage } from "../runs/recoverImage.js";
import { reportUnexecuted } from "../runs/reportUnexecuted.js";
import { untilAvailable } from "../runs/untilAvailable.js";
import { traceRun } from "../telemetry/traceRun.js";
import { canResume } from "../journal/canResume.js";
import { adoptStoredImage, isImageStored } from "./adoptStoredImage.js";
import { executeRun } from "./executeRun.js";
import { prepareGeneration } from "./prepareGeneration.js";
import type { PreparedGeneration } from "./prepareGeneration.js";
import { AGAIN_MS, isRefusal } from "./isRefusal.js";
import { resumeLateImage } from "./resumeLateImage.js";
import { parseRequest } from "./parseRequest.js";
import { promptOf } from "./promptOf.js";
import { readKeptPrompt } from "./readKeptPrompt.js";

/**
 * Carries out a run that a handler has handed over, to its end. One that another process is believed to carry out is
 * waited for; one whose process is gone goes on. Where its image model was called, it goes on only with an answer that the
 * provider has given, or with an image that is stored; else it ends as interrupted. Resolves once an image that comes
 * late, and could be gone on with, is stored too. Rejects only when the run store does not answer.
 *
 * @param read reads the run with its request
 */
export async function carryOutRun(
  handler: HandlerContext,
  read: () => Promise<RunRecord | null>,
): Promise<void> {
  const requestId = createId("req");
  const readUntil = Date.now() + handler.limits.maxQueueMs;
  for (;;) {
    const run = await untilAvailable(read, () => readUntil);
    if (!run) return;
    if (isEnded(run)) {
      // An image that is stored, or can still be fetched.
      const known = await recoverImage(handler, run);
      if (!canResume(known)) return;
      if (isKept(known)) await wait(known.abandonedAt - GRACE_MS - Date.now() + 1);
      else await resumeLateImage(handler, { ...known, request: run.request });
      continue;
    }
    if (isCarriedOut(run)) {
      await waitForOther(handler, run);
      continue;
    }
    const isStored = await isImageStored(handler, run);
    const isTooLate = !isStored && run.imageStartedAt !== null && Date.now() >= (run.deadlineAt ?? Infinity);
    if ((run.imageStartedAt !== null && !isStored && !canResume(run)) || isTooLate) {
      await end(handler, run, requestId, createInterruption());
      if (!canResume(run)) return;
      continue;
    }
    if (run.status === "queued" && Date.now() > run.createdAt + handler.limits.maxQueueMs) {
      return end(handler, run, requestId, createProblem("overloaded", { retryAfterMs: 5_000 }));
    }
    let prepared: PreparedGeneration;
    try {
      prepared = await prepareGeneration(handler, run.scope, parseRequest(run.request));
    } catch (error) {
      const isPaid = run.imageStartedAt !== null;
      // A host that cannot tell its models just now must not cost a paid image.
      if (isPaid && !isRefusal(error) && Date.now() < (run.deadlineAt ?? 0)) {
        await wait(AGAIN_MS);
        continue;
      }
      return end(handler, run, requestId, isPaid ? createInterruption({ cause: error }) : error);
    }
    if (isStored) return adoptStoredImage(handler, run, prepared);
    const kept =
      promptOf(run) ??
      (await untilAvailable(
        () => readKeptPrompt(handler.runs, prepared, run),
        () => readUntil,
      ));
    const writeRequest = () => run.request ?? "null";
    const execution = { prepared, run, requestId, kept, isHandedOver: true, writeRequest };
    const { isAnothers, isOpen, late } = await traceRun(handler, execution, executeRun);
    if (!isAnothers && !isOpen) return late ?? undefined;
    // A run store may read, and take no writes.
    if (isOpen) await wait(AGAIN_MS);
  }
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));

const FIRST_LOOK_MS = 100;
const LONGEST_LOOK_MS = 2_000;

/** Waits until a run has ended, or its process has said nothing for too long. */
async function waitForOther(handler: HandlerContext, { scope, id, abandonedAt }: RunRecord): Promise<void> {
  let until = abandonedAt - GRACE_MS;
  for (let pause = FIRST_LOOK_MS; ; pause = Math.min(2 * pause, LONGEST_LOOK_MS)) {
    const waitMs = Math.min(pause, Math.max(0, until - Date.now()) + 1);
    await wait(waitMs);
    const run = await untilAvailable(
      () => handler.runs.get(scope, id),
      () => until + GRACE_MS,
    );
    if (!run || !isCarriedOut(run)) return;
    until = run.abandonedAt - GRACE_MS;
  }
}

async function end(
  handler: HandlerContext,
  run: RunRecord,
  requestId: string,
  error: unknown,
): Promise<void> {
  const { run: ended, changed } = await failRun(handler, run, (current) => {
    // Its process has said something after all.
    if (isCarriedOut(current)) return null;
    const stage = current.stage === null ? {} : { stage: current.stage };
    return { ...toProblem(error, requestId), ...costsOf(current), id: run.id, ...stage };
  });
  if (changed && ended?.problem) {
    reportError(handler, ended.problem, error, { scope: run.scope, id: run.id });
    await reportUnexecuted(handler, run, ended);
  }
  if (ended) await recoverImage(handler, ended);
}
