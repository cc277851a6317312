/** Value of a span's or a metric's attribute. */
export type TelemetryValue = string | number | boolean;

/** Part of OpenTelemetry's `Span` that is used. */
export interface TelemetrySpan {
  /** Ids by which other spans name this one. */
  spanContext(): { readonly traceId: string; readonly spanId: string; readonly traceFlags: number };
  /** Adds attributes. */
  setAttributes(attributes: Record<string, TelemetryValue>): unknown;
  /** Says whether the operation failed. */
  setStatus(status: { code: number }): unknown;
  /** Ends the span. */
  end(): void;
}

/** Part of OpenTelemetry's `Tracer` that is used. */
export interface TelemetryTracer {
  /** Begins a span. */
  startSpan(name: string, options?: object, context?: never): TelemetrySpan;
}

/** Part of OpenTelemetry's counters that is used. */
export interface TelemetryCounter {
  /** Adds to the count. */
  add(value: number, attributes?: Record<string, TelemetryValue>): void;
}

/** Part of OpenTelemetry's `Histogram` that is used. */
export interface TelemetryHistogram {
  /** Records one value. */
  record(value: number, attributes?: Record<string, TelemetryValue>): void;
}

/** Part of OpenTelemetry's `Meter` that is used. */
export interface TelemetryMeter {
  /** Makes a count that only grows. */
  createCounter(name: string, options?: object): TelemetryCounter;
  /** Makes a distribution of values. */
  createHistogram(name: string, options?: object): TelemetryHistogram;
}

/**
 * Traces and metrics of what the back end does, by OpenTelemetry. Needs the package `@opentelemetry/api`. Prompts, variables,
 * pictures, keys, links and people are never recorded.
 */
export interface TelemetryOptions {
  /** Tracer that makes the spans, such as `trace.getTracer("image-generation-node")`. */
  tracer: TelemetryTracer;
  /** Meter that makes the metrics, such as `metrics.getMeter("image-generation-node")`; no metrics by default. */
  meter?: TelemetryMeter | undefined;
  /** Whether spans hold the texts of prompts too: as written, filled in and sent; never pictures. @default false */
  recordContent?: boolean | undefined;
  /** Whether spans and metrics name the workspace: as many series as there are workspaces. @default false */
  scopes?: boolean | undefined;
}
