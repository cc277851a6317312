import { ImageNodeError } from "../../contract/index.js";
import type { Problem, RunStage, StreamEvent } from "../../contract/index.js";
import { createProblem } from "../http/createProblem.js";
import type { RunPatch, RunRecord } from "../runs/RunStore.js";
import { isEnded } from "../runs/isEnded.js";
import { BEAT_MS, extendLease, isCarriedOut } from "../runs/lease.js";
import { publishRunEvent } from "../runs/publishRunEvent.js";
import { untilAvailable } from "../runs/untilAvailable.js";
import { updateRun } from "../runs/updateRun.js";
import { canResume } from "../journal/canResume.js";
import type { RunContext } from "./RunContext.js";

/** Begins a stage. */
export async function enterStage(
  context: RunContext,
  stage: RunStage,
  patch: RunPatch | ((current: RunRecord) => RunPatch | null) = {},
): Promise<void> {
  context.untold.push({ event: "stage", data: { stage, status: "started" } });
  await advanceRun(context, (current) => {
    const more = typeof patch === "function" ? patch(current) : patch;
    return more && { ...more, stage };
  });
  context.stage = stage;
}

/**
 * Changes the run, with what was to be written with the next change, and tells what was to be told after it. Throws
 * where the run has been ended meanwhile, by the deadline, a cancel or another process.
 */
export async function advanceRun(
  context: RunContext,
  patch: RunPatch | ((current: RunRecord) => RunPatch | null),
): Promise<void> {
  const { controller } = context;
  const stopped = () => controller.signal.aborted && !context.arrived;
  let isDone = false;
  let written = context.pending;
  let told = 0;
  const changed = await changeRun(context, (current) => {
    // An attempt whose answer got lost has ended the run already.
    isDone = current.status === "succeeded" && isOwn(context, current);
    if (isDone) told = context.untold.length;
    if (isEnded(current) || stopped()) return null;
    context.superseded = isAnothers(context, current);
    const more = context.superseded ? null : typeof patch === "function" ? patch(current) : patch;
    if (!more) return null;
    const abandonedAt = context.isShared ? extendLease(context.endsBy) : context.endsBy;
    // What comes while this is being written waits for the next change.
    written = context.pending;
    told = context.untold.length;
    return { ...written, abandonedAt, ...more };
  });
  if (!changed && !isDone) throw stopped() ? controller.signal.reason : createProblem("cancelled");
  if (context.pending === written) context.pending = {};
  await publishEvents(context, ...context.untold.splice(0, told));
}

/** Changes the run as it is then, one change after the other. A run store that is away for a while is waited for. */
export function changeRun(
  context: RunContext,
  decide: (current: RunRecord) => RunPatch | null,
): Promise<boolean> {
  const { handler, lastChange } = context;
  const write = async () => {
    const { scope, id } = context.run;
    const update = () => updateRun(handler.runs, scope, id, decide, { known: context.run });
    const { run, changed } = await untilAvailable(update, () => context.endsBy);
    if (run) context.run = run;
    if (changed) context.changedAt = Date.now();
    return changed;
  };
  const change = lastChange.then(write, write);
  context.lastChange = change;
  return change;
}

/** Says that this process still carries the run out, where nothing has said so for a while; stops where it must not. */
export async function sayAlive(context: RunContext): Promise<void> {
  // One at a time: while the run store is away they would pile up.
  if (context.isBeating || Date.now() < context.changedAt + BEAT_MS) return;
  context.isBeating = true;
  try {
    await advanceRun(context, {});
  } catch (error) {
    // Whoever ended the run has told so, and the message was lost. A run store that fails says nothing of the run.
    const isOver = ImageNodeError.isInstance(error) && error.kind === "cancelled";
    if (isOver) stopRun(context, error, context.run.problem);
  } finally {
    context.isBeating = false;
  }
}

/** Tells those who watch the run of events. */
export function publishEvents(
  { handler, run }: RunContext,
  ...events: readonly StreamEvent[]
): Promise<void> {
  return publishRunEvent(handler.runs, run.scope, run.id, ...events);
}

/**
 * Stops a run, unless its image is here. A model goes on where its image was paid and comes late: one that works for a run
 * which a reader believed to be left by its process, and one whose provider has taken the request and can be asked for it.
 *
 * @param problem what the run was ended with elsewhere
 */
export function stopRun(context: RunContext, reason: ImageNodeError, problem?: Problem | null): void {
  if (context.arrived) return;
  const isOver = (problem ?? reason).kind === "timeout";
  const { call, isResumed } = context;
  // A submit that is out may have been taken.
  const isTaken = isResumed || Boolean(call?.entry) || call?.isUncertain === true;
  const comesLate = problem?.reason === "interrupted" || (isOver && isTaken);
  if (!comesLate) context.model.abort(reason);
  context.controller.abort(reason);
}

/** Says from now on that this process carries the run out, which another may take over. */
export function keepAlive(context: RunContext): void {
  if (context.isOver) return;
  context.isShared = true;
  context.beat ??= setInterval(() => void sayAlive(context), BEAT_MS / 3);
}

/** Whether this attempt carries the run out, or did. */
function isOwn({ execution }: RunContext, run: RunRecord): boolean {
  return run.execution === execution;
}

/** Whether the run is another attempt's: one that is alive, or that may have called the image model. */
export function isAnothers(context: RunContext, run: RunRecord): boolean {
  if (run.status === "queued" || isOwn(context, run)) return false;
  const wasBegun = context.changedAt > 0;
  // One that had no image yet when it was read here would be submitted again.
  const canGoOn = context.isResumed && canResume(run);
  return wasBegun || (run.imageStartedAt !== null && !canGoOn) || isCarriedOut(run);
}
