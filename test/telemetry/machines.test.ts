import { context, propagation, trace } from "@opentelemetry/api";
import { SpanKind } from "@opentelemetry/api";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createClient } from "image-generation-node/client";
import { createImageNodeConfig } from "image-generation-node/contract";
import { memoryStorage } from "image-generation-node/server";
import {
  consumeGenerations,
  createGenerationQueue,
  createGenerationWorker,
  postgresRunStore,
} from "image-generation-node/server/queue";
import { readDocument } from "../docs/documents.js";
import { startPostgres } from "../queue/postgresServer.js";
import type { PostgresServer } from "../queue/postgresServer.js";
import { BASE, createTestBackend } from "../server/testBackend.js";
import { createFakeOpenAi } from "./fakeOpenAi.js";
import { printTree } from "./spanTree.js";
import { spanOf, startTelemetry, startTracer } from "./startTelemetry.js";
import type { StartedTelemetry } from "./startTelemetry.js";

let server: PostgresServer;
let pool: pg.Pool;
/** Telemetry of the page; the handler and the worker have tracers of their own, as other processes would. */
let page: StartedTelemetry;
const closers: (() => Promise<void>)[] = [];

beforeAll(async () => {
  page = startTelemetry();
  server = await startPostgres();
  pool = new pg.Pool({ connectionString: server.url, max: 10 });
});
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});
afterAll(async () => {
  await pool.end();
  await server.stop();
  await page.stop();
});

/** A client, a handler and a worker that share nothing but the database and the pictures. */
async function deploy({ isHandlerTraced = true } = {}) {
  const engine = { postgres: server.url };
  const name = `test-${crypto.randomUUID()}`;
  const openai = createFakeOpenAi();
  const shared = {
    imageModels: { image: { model: openai.image("gpt-image-1") } },
    promptModels: { writer: { model: openai.chat("gpt-5") } },
    storage: memoryStorage(),
  };
  const handler = startTracer();
  const worker = startTracer();
  const queue = createGenerationQueue({ engine, name });
  closers.push(() => queue.close());
  const runs = postgresRunStore({ pool });
  const backend = createTestBackend({
    ...shared,
    runs,
    dispatch: queue.dispatch,
    ...(isHandlerTraced && { telemetry: { tracer: handler.tracer } }),
  });
  const executor = createGenerationWorker({
    ...shared,
    runs: postgresRunStore({ pool }),
    publicUrl: BASE,
    telemetry: { tracer: worker.tracer },
  });
  const consumer = await consumeGenerations(executor, { engine, name });
  closers.push(() => consumer.close());
  const client = createClient({
    baseUrl: BASE,
    // Another machine knows nothing of what is active here.
    fetch: (input, init) => {
      const request = new Request(input, init);
      return context.with(ROOT, () => backend.handler(request));
    },
    headers: () => {
      const headers: Record<string, string> = {};
      propagation.inject(context.active(), headers);
      return headers;
    },
  });
  const config = createImageNodeConfig({ prompt: { mode: "prompt_ai", instructions: "A heron" } });
  const generate = () => client.generate({ config, variables: {} });
  return { generate, handler, worker, runs };
}

const ROOT = context.active();

describe("a generation over client, handler, queue and worker", () => {
  it("is one trace, as the documentation prints it", async () => {
    const { generate, handler, worker } = await deploy();
    const click = page.tracer.startSpan("click on Generate");
    await context.with(trace.setSpan(context.active(), click), generate);
    click.end();
    const recorded = [
      ...page.spans().map((span) => ({ process: "page", span })),
      ...handler.spans().map((span) => ({ process: "handler", span })),
      ...worker.spans().map((span) => ({ process: "worker", span })),
    ];
    expect(new Set(recorded.map(({ span }) => span.spanContext().traceId)).size).toBe(1);
    const [, printed] = /```text\n(page [\s\S]*?)\n```/.exec(readDocument("docs/operating.md")) ?? [];
    expect(printTree(recorded)).toBe(printed);
  });

  it("begins a trace in the worker where the handler makes none", async () => {
    const { generate, worker, runs } = await deploy({ isHandlerTraced: false });
    const { id } = await generate();
    const run = spanOf(worker.spans(), "generation");
    expect(run.parentSpanContext).toBeUndefined();
    expect(run.kind).toBe(SpanKind.CONSUMER);
    const { traceId, spanId } = run.spanContext();
    expect((await runs.find(id))?.trace).toEqual({
      traceparent: `00-${traceId}-${spanId}-01`,
      attempt: spanId,
    });
  });
});
