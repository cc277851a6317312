import type { HandlerContext } from "../createHandlerContext.js";
import { withSpan } from "./TraceSpan.js";
import type { TraceSpan } from "./TraceSpan.js";

/** Carries out a step without a model, "convert" or "store", in a span of its own. */
export function traceStep<Value>(
  { telemetry }: HandlerContext,
  parent: TraceSpan,
  step: "convert" | "store",
  work: () => Promise<Value>,
): Promise<Value> {
  const onEnd = (seconds: number, failure: { readonly type: string } | null) =>
    telemetry?.meters.stepped(step, seconds, failure?.type);
  return withSpan(parent, step, work, { onEnd });
}
