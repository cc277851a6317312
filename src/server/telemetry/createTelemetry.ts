import type * as TelemetryApi from "@opentelemetry/api";
import type { Context, Tracer } from "@opentelemetry/api";
import { createMeters } from "./createMeters.js";
import { createTraceSpan } from "./createTraceSpan.js";
import { loadTelemetryApi } from "./loadTelemetryApi.js";
import type { RunTrace } from "./RunTrace.js";
import type { Telemetry } from "./Telemetry.js";
import type { TelemetryOptions } from "./TelemetryOptions.js";
import { NO_SPAN } from "./TraceSpan.js";
import { parseTraceparent, readTracestate } from "./parseTraceparent.js";

/** Makes traces and metrics of a host's tracer and meter. Loads the API; until it is there no span is made. */
export function createTelemetry(options: TelemetryOptions): Telemetry {
  const { recordContent = false, scopes = false } = options;
  const tracer = options.tracer as Tracer;
  let api: typeof TelemetryApi | null = null;
  const ready = loadTelemetryApi().then((loaded) => {
    api = loaded;
  });
  const isWithin = () => api?.trace.getActiveSpan() !== undefined;
  const continueTrace: Telemetry["continueTrace"] = (name, parent, given) =>
    api ? createTraceSpan(api, tracer, name, contextOf(api, parent), given) : NO_SPAN;

  return {
    ready,
    recordContent,
    scopes,
    meters: createMeters(options),
    isWithin,
    continueTrace,
    begin: (name, parent, given) => continueTrace(name, isWithin() ? null : parent, given),
  };
}

/** Context under a span of another process; where there is none, that of the host. */
function contextOf(api: typeof TelemetryApi, parent: RunTrace | null): Context {
  const active = api.context.active();
  const ids = parseTraceparent(parent?.traceparent);
  if (!ids) return active;
  const tracestate = readTracestate(parent?.tracestate);
  return api.trace.setSpanContext(active, {
    ...ids,
    isRemote: true,
    ...(tracestate === undefined ? {} : { traceState: api.createTraceState(tracestate) }),
  });
}
