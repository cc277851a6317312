import type { HandlerContext } from "../createHandlerContext.js";
import type { GenerationReport } from "../options.js";
import { callQuietly } from "./callQuietly.js";

/** Tells the host of a generation that ended. */
export function reportGeneration({ options, telemetry }: HandlerContext, report: GenerationReport): void {
  telemetry?.meters.ended(report);
  callQuietly(() => options.hooks?.onGeneration?.(report));
}
