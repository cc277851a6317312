import type { HandlerContext } from "../createHandlerContext.js";
import type { PreparedGeneration } from "../stages/prepareGeneration.js";
import type { PromptStageResult } from "../stages/runPromptStage.js";
import { beginModel } from "./beginModel.js";
import { NO_SPAN } from "./TraceSpan.js";
import type { TraceSpan } from "./TraceSpan.js";

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
