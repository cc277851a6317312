import type { Stages } from "../../contract/index.js";
import type { HandlerContext } from "../createHandlerContext.js";
import type { PreparedGeneration } from "../stages/prepareGeneration.js";
import type { PromptStageResult } from "../stages/runPromptStage.js";
import type { RunContext } from "../stages/RunContext.js";
import { classifyError } from "../stages/classifyError.js";
import { failureOf } from "./describeFailure.js";
import { beginModel, noteContent } from "./traceModel.js";
import { NO_SPAN, withSpan } from "./TraceSpan.js";
import type { SpanFailure, TraceSpan } from "./TraceSpan.js";

/** Runs the prompt stage, in a span of its own where a model writes. */
export function tracePrompt(
  { telemetry }: HandlerContext,
  parent: TraceSpan,
  { promptModel, written }: PreparedGeneration,
  work: (span: TraceSpan) => Promise<PromptStageResult>,
): Promise<PromptStageResult> {
  if (!telemetry || !promptModel || written !== null) return work(NO_SPAN);
  const span = beginModel(telemetry, parent, { operation: "chat", ...promptModel });
  return span.until(span.call(() => work(span)));
}

/** Begins the span of the image stage, and notes the prompt in that of the run where the host wants it. */
export function beginImage({ handler, prepared, trace }: RunContext, stages: Stages): TraceSpan {
  const { telemetry } = handler;
  const { imageModelId: id, imageModel: entry } = prepared;
  noteContent(telemetry, trace, stages);
  return beginModel(telemetry, trace, { operation: "generate_content", id, entry });
}

/** Names the failure of the image stage. Of a call that was given up nobody knows whether it is charged. */
export function describeImageFailure({ controller }: RunContext, error: unknown): SpanFailure {
  const { kind, charged } = classifyError(error);
  return failureOf({ kind, charged: controller.signal.aborted ? null : charged });
}

/** Waits for an image that comes after its run has ended, in a span below the run's. */
export function traceLate({ trace }: RunContext, work: (span: TraceSpan) => Promise<void>): Promise<void> {
  return withSpan(trace, "late image", work);
}
