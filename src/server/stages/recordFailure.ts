import { ImageNodeError, isErrorKind } from "../../contract/index.js";
import type { RunStage } from "../../contract/index.js";
import { classifyError } from "./classifyError.js";
import type { ClassifiedError } from "./classifyError.js";
import { isAnothers } from "./advanceRun.js";
import { costsOf, failRun } from "../runs/failRun.js";
import type { RunContext } from "./RunContext.js";
import { createProblem, toProblem } from "../http/createProblem.js";
import { readField } from "../models/providers/readField.js";
import { createInterruption } from "../runs/createInterruption.js";
import { extendLease } from "../runs/lease.js";
import type { RunPatch, RunRecord } from "../runs/RunStore.js";
import { isEnded } from "../runs/isEnded.js";
import { untilAvailable } from "../runs/untilAvailable.js";
import { reportError } from "../hooks/reportError.js";
import { reportEndOf } from "../telemetry/traceRun.js";
import { toModelFailure } from "./toModelFailure.js";
import { reportGeneration } from "../hooks/reportGeneration.js";

/** Records the outcome of a run that failed, and tells the host. Never throws. */
export async function recordFailure(context: RunContext, thrown: unknown): Promise<void> {
  const { handler, run, requestId, controller, stage } = context;
  const isStopped = controller.signal.aborted && !context.arrived;
  const isTaken = context.isResumed || Boolean(context.call?.entry);
  // What went wrong says nothing of an image that a provider makes, unless that has said so itself.
  const isUntold = isTaken && !context.isTold && !context.arrived;
  const failure: unknown = isStopped ? controller.signal.reason : thrown;
  // Its time may end before this process asks for it: nobody waits for it then.
  const isOverdue = isStopped && context.late === null && readField(failure, "kind") === "timeout";
  context.isOpen = isUntold && (!isStopped || isOverdue);
  const error = context.isOpen && !isStopped ? createInterruption({ cause: failure }) : failure;
  const { kind, charged, retryAfterMs, reason } = classifyInStage(error, stage);
  const own = ImageNodeError.isInstance(error) && error === context.refusal ? error : null;
  try {
    const describe = (current: RunRecord) => {
      // Another attempt has taken the run over, and ends it.
      context.superseded = isAnothers(context, current);
      if (context.superseded) return null;
      const costs = costsOf({ ...current, ...context.pending });
      const stopped = kind === "timeout" || kind === "cancelled";
      // A look that failed says nothing of what the image cost.
      const told = charged === false && isTaken && !context.call?.knowsCosts ? null : charged;
      const refusal = createProblem(kind, {
        ...costs,
        charged: costs.charged === false || stopped ? costs.charged : told,
        ...(ImageNodeError.isInstance(error) && error.stages ? { stages: error.stages } : {}),
        ...(own && { message: own.message, ...(own.errors && { errors: own.errors }) }),
        id: run.id,
        ...(reason === undefined ? {} : { reason }),
        ...(stage === null ? {} : { stage }),
        ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
      });
      return toProblem(refusal, requestId);
    };
    await context.lastChange.catch(() => undefined);
    if (context.superseded) return;
    const patch = { ...context.pending, ...leaseAfter(context, isTaken) };
    const fail = () => failRun(handler, run, describe, { known: context.run, patch });
    const { run: ended, changed } = await untilAvailable(fail, () => context.endsBy);
    context.hasEnded = changed;
    if (ended) context.run = ended;
    if (ended?.problem && kind !== "cancelled") {
      const { template, resolved, written } = context.prepared;
      const { sent, written: own } = ended.stages ?? {};
      const isModels = stage === "prompt" || stage === "image";
      const told = isModels ? toModelFailure(handler, error, context.prepared, [own, sent]) : error;
      const texts = [template, resolved, written, own, sent];
      reportError(handler, ended.problem, told, { scope: run.scope, id: run.id, texts });
    }
  } catch (storeFailure) {
    reportError(handler, toProblem(storeFailure, requestId), storeFailure, { scope: run.scope, id: run.id });
  }
}

/** Says who may go on with the image of a run that ends without it: nobody, anybody at once, or this process alone. */
function leaseAfter({ isOpen, controller, arrived }: RunContext, isTaken: boolean): RunPatch {
  if (!isTaken) return {};
  if (isOpen) return { abandonedAt: 0 };
  return controller.signal.aborted && !arrived ? { abandonedAt: extendLease(Infinity) } : { journal: null };
}

/** Names a failure by the stage it happened in. */
function classifyInStage(error: unknown, stage: RunStage | null): ClassifiedError {
  const classified = classifyError(error);
  const isUnknown = classified.kind === "provider_error" && !ImageNodeError.isInstance(error);
  if (stage === null && isUnknown) return { kind: "internal", charged: false };
  if (stage === "store" && isUnknown) return { kind: "storage_failed", charged: true };
  // A refusal of the prompt model says nothing of the image: none was asked for.
  const isRefusal = classified.kind === "content_blocked" || classified.kind === "no_image";
  return stage === "prompt" && isRefusal ? { kind: "prompt_failed", charged: false } : classified;
}

/**
 * Whether somebody else has ended the run and told the host so: another attempt, a reader who took its process for dead, or
 * a handler whose queue did not answer. Whoever cancels a run leaves that to the attempt, unless it waits in a queue.
 */
function isToldOf(context: RunContext, { execution, status, startedAt, problem }: RunRecord): boolean {
  // Cancelled before this attempt wrote anything: the one before it is gone.
  const isUnwritten = status === "cancelled" && context.changedAt === 0 && startedAt !== null;
  if (execution !== undefined && execution !== context.execution) return !isUnwritten;
  // An answer of the run store that got lost leaves an end of this attempt unknown to it.
  if (!problem || context.hasEnded || problem.requestId === context.requestId) return false;
  return status !== "cancelled" || (context.isHandedOver && startedAt === null);
}

/** Tells the host how a run ended. */
export async function reportEnd(context: RunContext): Promise<void> {
  const { handler, prepared, run, timings, usage, stage } = context;
  const ended = isEnded(run) ? run : await handler.runs.get(run.scope, run.id).catch(() => null);
  if (ended && isToldOf(context, ended)) return;
  reportEndOf(context, ended);
  const problem = ended?.problem;
  const kind = isErrorKind(problem?.kind) ? problem.kind : undefined;
  reportGeneration(handler, {
    id: run.id,
    scope: run.scope,
    status: ended?.status ?? "failed",
    ...(kind === undefined ? {} : { kind }),
    stage,
    imageModel: prepared.imageModelId,
    promptModel: prepared.promptModel?.id ?? null,
    charged: ended?.generation ? true : (problem?.charged ?? null),
    usage: usage ?? { items: [] },
    timings,
  });
}
