import { ImageNodeError, isErrorKind } from "../../contract/index.js";
import type { RunStage } from "../../contract/index.js";
import { classifyError } from "./classifyError.js";
import type { ClassifiedError } from "./classifyError.js";
import { isAnothers } from "./advanceRun.js";
import { costsOf, failRun } from "../runs/failRun.js";
import type { RunContext } from "./RunContext.js";
import { createProblem, toProblem } from "../http/createProblem.js";
import type { RunRecord } from "../runs/RunStore.js";
import { isEnded } from "../runs/isEnded.js";
import { untilAvailable } from "../runs/untilAvailable.js";
import { reportError } from "../hooks/reportError.js";
import { reportEndOf } from "../telemetry/traceRun.js";
import { toModelFailure } from "./toModelFailure.js";
import { reportGeneration } from "../hooks/reportGeneration.js";

/** Records the outcome of a run that failed, and tells the host. Never throws. */
export async function recordFailure(context: RunContext, thrown: unknown): Promise<void> {
  const { handler, run, requestId, controller, stage } = context;
  const error: unknown = controller.signal.aborted && !context.arrived ? controller.signal.reason : thrown;
  const { kind, charged, retryAfterMs, reason } = classifyInStage(error, stage);
  const own = ImageNodeError.isInstance(error) && error === context.refusal ? error : null;
  try {
    const describe = (current: RunRecord) => {
      // Another attempt has taken the run over, and ends it.
      context.superseded = isAnothers(context, current);
      if (context.superseded) return null;
      const costs = costsOf({ ...current, ...context.pending });
      const stopped = kind === "timeout" || kind === "cancelled";
      // What went wrong since says nothing of the image that a process before this one had begun.
      const told = charged === false && context.isResumed ? null : charged;
      const refusal = createProblem(kind, {
        ...costs,
        charged: costs.charged === false || stopped ? costs.charged : told,
        ...(ImageNodeError.isInstance(error) && error.stages ? { stages: error.stages } : {}),
        ...(own && { message: own.message, ...(own.errors && { errors: own.errors }) }),
        id: run.id,
        ...(reason === undefined ? {} : { reason }),
        ...(stage === null ? {} : { stage }),
        ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
        ...(reason === undefined ? {} : { reason }),
      });
      return toProblem(refusal, requestId);
    };
    await context.lastChange.catch(() => undefined);
    if (context.superseded) return;
    // Gone on with in vain: nobody else would fare better.
    const isOver = context.isResumed && !controller.signal.aborted;
    const patch = isOver ? { ...context.pending, journal: null } : context.pending;
    const fail = () => failRun(handler, run, describe, { known: context.run, patch });
    const { run: ended } = await untilAvailable(fail, () => context.endsBy);
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

/** Tells the host how a run ended. */
export async function reportEnd(context: RunContext): Promise<void> {
  const { handler, prepared, run, timings, usage, stage } = context;
  const ended = isEnded(run) ? run : await handler.runs.get(run.scope, run.id).catch(() => null);
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
