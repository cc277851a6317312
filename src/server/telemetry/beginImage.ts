import type { Stages } from "../../contract/index.js";
import { classifyError } from "../stages/classifyError.js";
import type { RunContext } from "../stages/RunContext.js";
import { beginModel, noteContent } from "./beginModel.js";
import { failureOf } from "./describeFailure.js";
import { withSpan } from "./TraceSpan.js";
import type { SpanFailure, TraceSpan } from "./TraceSpan.js";

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
export function traceLate(trace: TraceSpan, work: (span: TraceSpan) => Promise<void>): Promise<void> {
  return withSpan(trace, "late image", work);
}
