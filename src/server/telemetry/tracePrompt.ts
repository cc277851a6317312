import type { HandlerContext } from "../createHandlerContext.js";
import { raceSignal } from "../raceSignal.js";
import type { PreparedGeneration } from "../stages/prepareGeneration.js";
import { runPromptStage } from "../stages/runPromptStage.js";
import type { PromptStageResult } from "../stages/runPromptStage.js";
import { beginModel } from "./beginModel.js";
import type { TraceSpan } from "./TraceSpan.js";

/**
 * Runs the prompt stage until a signal aborts, in a span of its own where a model writes. What that costs is counted when
 * the prompt is there, even if nobody waits for it any longer; a prompt that is kept costs nothing.
 */
export function tracePrompt(
  { telemetry }: HandlerContext,
  parent: TraceSpan,
  prepared: PreparedGeneration,
  signal: AbortSignal,
): Promise<PromptStageResult> {
  const { promptModel, written, scope } = prepared;
  if (!telemetry || !promptModel || written !== null)
    return raceSignal(runPromptStage(prepared, signal), signal);
  const span = beginModel(telemetry, parent, { operation: "chat", ...promptModel });
  const write = async () => {
    const result = await runPromptStage(prepared, signal, span);
    telemetry.meters.spent(scope, result.usage.items);
    return result;
  };
  return span.until(span.call(() => raceSignal(write(), signal)));
}
