import type { HandlerContext } from "../createHandlerContext.js";
import type { RunRecord } from "../runs/RunStore.js";
import type { PreparedGeneration } from "../stages/prepareGeneration.js";
import type { RunContext, RunExecution } from "../stages/RunContext.js";
import { countLost } from "./countLost.js";
import { failureOf } from "./describeFailure.js";
import { parseTraceparent } from "./parseTraceparent.js";
import type { RunTrace } from "./RunTrace.js";
import { NO_SPAN, SPAN_KIND } from "./TraceSpan.js";
import type { SpanAttributes, TraceSpan } from "./TraceSpan.js";

/** Notes in a run's record which trace it belongs to, where there is one. */
export function noteTrace(trace: TraceSpan, run: RunRecord): RunRecord {
  const noted = trace.toTrace();
  return noted ? { ...run, trace: noted } : run;
}

/**
 * Carries a run out in a span of its own: under the request's here, or under what its record names. An attempt that goes on
 * from another links to it.
 */
export function traceRun<Result extends { readonly isAnothers: boolean }>(
  handler: HandlerContext,
  execution: RunExecution,
  execute: (handler: HandlerContext, execution: RunExecution) => Promise<Result>,
  request: TraceSpan = NO_SPAN,
): Promise<Result> {
  const { telemetry } = handler;
  if (!telemetry) return execute(handler, execution);
  const begin = async () => {
    await telemetry.ready;
    const { run, prepared, isHandedOver } = execution;
    const isFirst = run.startedAt === null;
    const options = {
      kind: isHandedOver ? SPAN_KIND.consumer : SPAN_KIND.internal,
      attributes: { ...runAttributes(handler, run), ...choiceOf(prepared) },
      link: run.trace?.attempt,
      // Clocks of two machines may differ.
      ...(isFirst ? { startTime: Math.min(run.createdAt, Date.now()) } : {}),
    };
    const trace =
      request === NO_SPAN
        ? telemetry.continueTrace("generation", run.trace ?? null, options)
        : request.begin("generation", options);
    const carryOut = async () => {
      const executed = await execute(handler, { ...execution, trace });
      if (executed.isAnothers) trace.set({ "image_node.superseded": true });
      return executed;
    };
    return trace.until(trace.call(carryOut));
  };
  return begin();
}

/** Notes the attempt's span with a change of the run, so that another that goes on from it can link to it. */
export function noteAttempt({ trace, run }: RunContext): { trace?: RunTrace } {
  const own = trace.toTrace();
  const spanId = parseTraceparent(own?.traceparent)?.spanId;
  return own && spanId ? { trace: { ...(run.trace ?? own), attempt: spanId } } : {};
}

/** Times how long a run waits for its model, from its claim on. */
export function traceWait<Value>(context: RunContext, work: Promise<Value>): Promise<Value> {
  const { handler, run, trace, isHandedOver } = context;
  const { telemetry, limits } = handler;
  if (!telemetry || run.startedAt !== null) return work;
  const { imageModelId } = context.prepared;
  const onEnd = (seconds: number) => telemetry.meters.waited(seconds, imageModelId);
  const startTime = Math.min(run.createdAt, Date.now());
  // Nobody waits for anything in a process of its own without a bound.
  if (isHandedOver || limits.maxConcurrent !== undefined)
    return trace.begin("queue", { startTime, onEnd }).until(work);
  return work.finally(() => onEnd((Date.now() - startTime) / 1000));
}

/** Tells in the run's span how it ended, and counts a picture that is lost. */
export function reportEndOf({ handler, trace, prepared }: RunContext, ended: RunRecord | null): void {
  noteEnd(trace, ended);
  if (ended) countLost(handler, ended, prepared.imageModelId);
}

function noteEnd(trace: TraceSpan, ended: RunRecord | null): void {
  if (trace === NO_SPAN) return;
  // The run store does not answer: nobody knows.
  if (!ended) return trace.fail({ type: "_OTHER", charged: null });
  trace.set({ "image_node.outcome": ended.status });
  if (ended.problem) trace.fail(failureOf(ended.problem));
  else if (ended.generation) trace.set({ "image_node.charged": "true" });
}

/** Records the end of a run that no process carries out any more, in the run's trace. */
export async function traceUnexecuted(
  handler: HandlerContext,
  { trace }: RunRecord,
  ended: RunRecord,
  imageModel: string,
): Promise<void> {
  const { telemetry } = handler;
  if (!telemetry) return;
  await telemetry.ready;
  const attributes = { ...runAttributes(handler, ended), "image_node.image_model": imageModel };
  const span = telemetry.continueTrace("end of an abandoned generation", trace ?? null, {
    attributes,
    link: trace?.attempt,
  });
  noteEnd(span, ended);
  span.end();
  countLost(handler, ended, imageModel);
}

/** Begins the span of an image that another process fetches after its run has ended. */
export async function beginLateImage(
  { telemetry }: HandlerContext,
  { trace }: RunRecord,
): Promise<TraceSpan> {
  await telemetry?.ready;
  return telemetry?.continueTrace("late image", trace ?? null, { link: trace?.attempt }) ?? NO_SPAN;
}

function runAttributes({ telemetry }: HandlerContext, { id, scope }: RunRecord): SpanAttributes {
  return { "image_node.run.id": id, "image_node.scope": telemetry?.scopes ? scope : undefined };
}

function choiceOf({
  mode,
  imageModelId,
  promptModel,
  aspectRatio,
  references,
}: PreparedGeneration): SpanAttributes {
  return {
    "image_node.mode": mode,
    "image_node.image_model": imageModelId,
    "image_node.prompt_model": promptModel?.id,
    "image_node.aspect_ratio": aspectRatio,
    "image_node.references": references.length,
  };
}
