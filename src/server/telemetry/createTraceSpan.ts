import type * as TelemetryApi from "@opentelemetry/api";
import type { Context, Span, SpanContext, Tracer } from "@opentelemetry/api";
import { callQuietly } from "../hooks/callQuietly.js";
import { describeFailure } from "./describeFailure.js";
import { NO_SPAN, SPAN_KIND, chargedText } from "./TraceSpan.js";
import type { SpanAttributes, SpanFailure, TraceSpan, TraceSpanOptions } from "./TraceSpan.js";
import type { RunTrace } from "./RunTrace.js";
import type { TelemetryValue } from "./TelemetryOptions.js";
import { formatTraceparent, parseTraceparent } from "./parseTraceparent.js";

/** OpenTelemetry's number of a span that failed. */
const STATUS_ERROR = 2;

/** Begins a span. A tracer that throws or gives none makes none: nothing that is only watched may fail for it. */
export function createTraceSpan(
  api: typeof TelemetryApi,
  tracer: Tracer,
  name: string,
  parent: Context,
  { kind = SPAN_KIND.internal, attributes = {}, startTime, link, onEnd }: TraceSpanOptions = {},
): TraceSpan {
  const begun = startTime ?? Date.now();
  let span: Span | undefined;
  try {
    const linked = link === undefined ? undefined : linkIn(api.trace.getSpanContext(parent), link);
    span = tracer.startSpan(
      name,
      {
        kind,
        attributes: compact(attributes),
        ...(startTime === undefined ? {} : { startTime }),
        ...(linked ? { links: [{ context: linked }] } : {}),
      },
      parent,
    );
  } catch {
    return NO_SPAN;
  }
  return span ? wrapSpan(api, tracer, span, parent, begun, onEnd) : NO_SPAN;
}

/** Keeps whatever a host's span throws from the work that it watches. */
function wrapSpan(
  api: typeof TelemetryApi,
  tracer: Tracer,
  span: Span,
  parent: Context,
  begun: number,
  onEnd: TraceSpanOptions["onEnd"],
): TraceSpan {
  const within = api.trace.setSpan(parent, span);
  let failure: SpanFailure | null = null;
  let hasEnded = false;

  const own: TraceSpan = {
    begin: (below, options) => createTraceSpan(api, tracer, below, within, options),
    call: (work) => api.context.with(within, work),
    until: (work, describe = describeFailure) =>
      work.then(
        (value) => {
          own.end();
          return value;
        },
        (error: unknown) => {
          callQuietly(() => own.fail(describe(error)));
          own.end();
          throw error;
        },
      ),
    set: (more) => callQuietly(() => span.setAttributes(compact(more))),
    fail: (found) => {
      failure = found;
      callQuietly(() => span.setAttributes(failureAttributes(found)));
      callQuietly(() => span.setStatus({ code: STATUS_ERROR }));
    },
    end: () => {
      if (hasEnded) return;
      hasEnded = true;
      callQuietly(() => onEnd?.(Math.max(0, Date.now() - begun) / 1000, failure));
      callQuietly(() => span.end());
    },
    toTrace: () => traceOf(span),
  };
  return own;
}

/** Attributes of a failure. */
function failureAttributes({ type, kind, charged }: SpanFailure): Record<string, TelemetryValue> {
  return compact({
    "error.type": type,
    "image_node.error.kind": kind,
    "image_node.charged": charged === undefined ? undefined : chargedText(charged),
  });
}

function linkIn(trace: SpanContext | undefined, spanId: string): SpanContext | undefined {
  return trace && { ...trace, spanId, isRemote: true };
}

function compact(attributes: SpanAttributes): Record<string, TelemetryValue> {
  const pairs = Object.entries(attributes).filter((pair) => pair[1] !== undefined);
  return Object.fromEntries(pairs) as Record<string, TelemetryValue>;
}

/** Names a span; `null` where it does not say its ids, or none that another process could go on from. */
function traceOf(span: Span): RunTrace | null {
  let traceparent = "";
  let tracestate: string | undefined;
  callQuietly(() => {
    const { traceState, ...ids } = span.spanContext();
    traceparent = formatTraceparent(ids);
    tracestate = traceState?.serialize();
  });
  return parseTraceparent(traceparent) && { traceparent, ...(tracestate ? { tracestate } : {}) };
}
