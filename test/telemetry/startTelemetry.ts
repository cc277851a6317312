import { context, metrics, propagation, trace } from "@opentelemetry/api";
import type { Meter, Tracer } from "@opentelemetry/api";
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  PeriodicExportingMetricReader,
} from "@opentelemetry/sdk-metrics";
import type { MetricData } from "@opentelemetry/sdk-metrics";
import { NodeSDK } from "@opentelemetry/sdk-node";
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from "@opentelemetry/sdk-trace";
import type { ReadableSpan } from "@opentelemetry/sdk-trace";

/** Telemetry of a test: all of it stays in memory. */
export interface StartedTelemetry {
  readonly tracer: Tracer;
  readonly meter: Meter;
  /** Spans that have ended, in the order of their ends. */
  spans(): readonly ReadableSpan[];
  /** Reads the metrics as they are. */
  read(): Promise<readonly MetricData[]>;
  reset(): void;
  stop(): Promise<void>;
}

/** Starts the real SDK, which also keeps what is active. No exporter of it sends anything. */
export function startTelemetry(): StartedTelemetry {
  const exporter = new InMemorySpanExporter();
  const metricExporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const reader = new PeriodicExportingMetricReader({
    exporter: metricExporter,
    exportIntervalMillis: 2 ** 31 - 1,
  });
  const sdk = new NodeSDK({
    serviceName: "test",
    autoDetectResources: false,
    spanProcessors: [new SimpleSpanProcessor({ exporter })],
    metricReaders: [reader],
    logRecordProcessors: [],
    instrumentations: [],
  });
  sdk.start();
  return {
    tracer: trace.getTracer("test"),
    meter: metrics.getMeter("test"),
    spans: () => exporter.getFinishedSpans(),
    async read() {
      metricExporter.reset();
      await reader.forceFlush();
      return metricExporter
        .getMetrics()
        .flatMap(({ scopeMetrics }) => scopeMetrics.flatMap((scope) => scope.metrics));
    },
    reset: () => exporter.reset(),
    async stop() {
      await sdk.shutdown();
      for (const api of [trace, metrics, context, propagation]) api.disable();
    },
  };
}

/** Makes a tracer as another process has it, with what it recorded. */
export function startTracer(): { readonly tracer: Tracer; spans(): readonly ReadableSpan[] } {
  const exporter = new InMemorySpanExporter();
  const provider = new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] });
  return { tracer: provider.getTracer("test"), spans: () => exporter.getFinishedSpans() };
}

/** Names the span that a span stands under; `null` where none of these does. */
export function parentOf(span: ReadableSpan, spans: readonly ReadableSpan[]): ReadableSpan | null {
  const id = span.parentSpanContext?.spanId;
  return spans.find((other) => other.spanContext().spanId === id) ?? null;
}

/** Finds the one span of a name. */
export function spanOf(spans: readonly ReadableSpan[], name: string): ReadableSpan {
  const [found, ...others] = spans.filter((span) => span.name === name);
  if (!found || others.length > 0)
    throw new Error(`No one span ${name}: ${spans.map((span) => span.name).join(", ")}`);
  return found;
}
