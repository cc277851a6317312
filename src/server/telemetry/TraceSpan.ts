import type { RunTrace } from "./RunTrace.js";
import type { TelemetryValue } from "./TelemetryOptions.js";

/** Kinds of a span, by OpenTelemetry's numbers. */
export const SPAN_KIND = { internal: 0, server: 1, client: 2, producer: 3, consumer: 4 } as const;

/** Attributes by name; those that are undefined are left out. */
export type SpanAttributes = Readonly<Record<string, TelemetryValue | undefined>>;

/** Failure as a span tells it, never with its message. */
export interface SpanFailure {
  /** Kind of the error table, else a status or the name of a class. */
  readonly type: string;
  /** Kind of the error table, where there is one. */
  readonly kind?: string | undefined;
  /** Whether an image was charged, where that is a question; `null` where nobody can tell. */
  readonly charged?: boolean | null | undefined;
}

/** Options of a span that begins. */
export interface TraceSpanOptions {
  readonly kind?: (typeof SPAN_KIND)[keyof typeof SPAN_KIND] | undefined;
  readonly attributes?: SpanAttributes | undefined;
  /** Begin in milliseconds since 1970; now by default. */
  readonly startTime?: number | undefined;
  /** Id of a span of the same trace that this one goes on from. */
  readonly link?: string | undefined;
  /** Called when the span ends, with its length in seconds. */
  readonly onEnd?: ((seconds: number, failure: SpanFailure | null) => void) | undefined;
}

/** Span of a trace, or nothing where telemetry is off: then each of its methods does nothing but call what it is given. */
export interface TraceSpan {
  /** Begins a span below. */
  begin(name: string, options?: TraceSpanOptions): TraceSpan;
  /** Calls with the span active, so that the host's own spans stand below it. */
  call<Result>(work: () => Result): Result;
  /** Ends the span with the work, and fails it where the work does. */
  until<Value>(work: Promise<Value>, describe?: (error: unknown) => SpanFailure): Promise<Value>;
  /** Adds attributes. */
  set(attributes: SpanAttributes): void;
  /** Marks the span as failed. */
  fail(failure: SpanFailure): void;
  /** Ends the span, once. */
  end(): void;
  /** Names the span for a run's record; `null` where telemetry is off. */
  toTrace(): RunTrace | null;
}

/** Span of a back end without telemetry. */
export const NO_SPAN: TraceSpan = {
  begin: () => NO_SPAN,
  call: (work) => work(),
  until: (work) => work,
  set: () => undefined,
  fail: () => undefined,
  end: () => undefined,
  toTrace: () => null,
};

/** Carries out work in a span of its own. */
export function withSpan<Value>(
  parent: TraceSpan,
  name: string,
  work: (span: TraceSpan) => Promise<Value>,
  options?: TraceSpanOptions,
): Promise<Value> {
  if (parent === NO_SPAN) return work(NO_SPAN);
  const span = parent.begin(name, options);
  return span.until(span.call(() => work(span)));
}

/** Writes whether an image was charged: no attribute can be `null`. */
export function chargedText(charged: boolean | null): string {
  return charged === null ? "unknown" : String(charged);
}
