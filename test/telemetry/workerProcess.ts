// A worker with OpenTelemetry's SDK in a process of its own. When it is told to stop it prints its spans, which were in memory.
import { trace } from "@opentelemetry/api";
import { NodeSDK } from "@opentelemetry/sdk-node";
import { InMemorySpanExporter, SimpleSpanProcessor } from "@opentelemetry/sdk-trace";
import pg from "pg";
import { fileStorage } from "image-generation-node/server";
import {
  consumeGenerations,
  createGenerationWorker,
  postgresRunStore,
} from "image-generation-node/server/queue";
import { createFakeOpenAi } from "./fakeOpenAi.js";

const { DATABASE = "", PICTURES = "", QUEUE = "", PUBLIC_URL = "" } = process.env;

const exporter = new InMemorySpanExporter();
const sdk = new NodeSDK({
  autoDetectResources: false,
  spanProcessors: [new SimpleSpanProcessor({ exporter })],
  metricReaders: [],
  logRecordProcessors: [],
});
sdk.start();

const pool = new pg.Pool({ connectionString: DATABASE });
const openai = createFakeOpenAi();
const worker = createGenerationWorker({
  imageModels: { image: { model: openai.image("gpt-image-1") } },
  promptModels: { writer: { model: openai.chat("gpt-5") } },
  storage: fileStorage(PICTURES),
  runs: postgresRunStore({ pool }),
  publicUrl: PUBLIC_URL,
  telemetry: { tracer: trace.getTracer("worker") },
});
const consumer = await consumeGenerations(worker, { engine: { postgres: DATABASE }, name: QUEUE });

process.once("SIGTERM", () => {
  void consumer.close().then(() => {
    const spans = exporter.getFinishedSpans().map((span) => ({
      name: span.name,
      kind: span.kind,
      attributes: span.attributes,
      parentSpanContext: span.parentSpanContext,
      context: span.spanContext(),
    }));
    process.stdout.write(`${JSON.stringify(spans)}\n`, () => process.exit(0));
  });
});
console.log("ready");
