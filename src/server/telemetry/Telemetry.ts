import type { Meters } from "./Meters.js";
import type { RunTrace } from "./RunTrace.js";
import type { TraceSpan, TraceSpanOptions } from "./TraceSpan.js";

/** Traces and metrics of a back end with the option `telemetry`. */
export interface Telemetry {
  /** Resolves once spans can be made. Never rejects. */
  readonly ready: Promise<unknown>;
  /** Whether spans hold the texts of prompts. */
  readonly recordContent: boolean;
  /** Whether spans name the workspace. */
  readonly scopes: boolean;
  readonly meters: Meters;
  /**
   * Begins the first span of this process: under the host's own where one is active, else under `parent`, else in a new
   * trace.
   */
  begin(name: string, parent: RunTrace | null, options?: TraceSpanOptions): TraceSpan;
  /** Begins a span under that of another process, whatever is active here; without one, as `begin` does. */
  continueTrace(name: string, parent: RunTrace | null, options?: TraceSpanOptions): TraceSpan;
  /** Whether a span of the host's is active. */
  isWithin(): boolean;
}
