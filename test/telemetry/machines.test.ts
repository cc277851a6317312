import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { context, propagation, trace } from "@opentelemetry/api";
import { SpanKind } from "@opentelemetry/api";
import type { ReadableSpan } from "@opentelemetry/sdk-trace";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createClient } from "image-generation-node/client";
import { createImageNodeConfig } from "image-generation-node/contract";
import { fileStorage, memoryStorage } from "image-generation-node/server";
import type { AttachmentStorage } from "image-generation-node/server";
import {
  consumeGenerations,
  createGenerationQueue,
  createGenerationWorker,
  postgresRunStore,
} from "image-generation-node/server/queue";
import { readDocument } from "../docs/documents.js";
import { buildProgram } from "../queue/machines/buildProgram.js";
import { startPostgres } from "../queue/postgresServer.js";
import type { PostgresServer } from "../queue/postgresServer.js";
import { BASE, createTestBackend, until } from "../server/testBackend.js";
import { createFakeOpenAi } from "./fakeOpenAi.js";
import { printTree } from "./spanTree.js";
import type { RecordedSpan } from "./spanTree.js";
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
async function deploy({
  isHandlerTraced = true,
  hasWorker = true,
  storage = memoryStorage(),
}: { isHandlerTraced?: boolean; hasWorker?: boolean; storage?: AttachmentStorage } = {}) {
  const engine = { postgres: server.url };
  const name = `test-${crypto.randomUUID()}`;
  const openai = createFakeOpenAi();
  const shared = {
    imageModels: { image: { model: openai.image("gpt-image-1") } },
    promptModels: { writer: { model: openai.chat("gpt-5") } },
    storage,
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
  if (hasWorker) {
    const consumer = await consumeGenerations(executor, { engine, name });
    closers.push(() => consumer.close());
  }
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
  /** The caller hears of the end before the worker has told its own host. */
  const ended = () => until(() => worker.spans().some((span) => span.name === "generation"));
  return { generate, handler, worker: { ...worker, ended }, runs, name };
}

const ROOT = context.active();

/** The trace that the documentation prints. */
function documentedTree(): string {
  return /```text\n(page [\s\S]*?)\n```/.exec(readDocument("docs/operating.md"))?.[1] ?? "";
}

/** Span as another process prints it. */
type PrintedSpan = Pick<ReadableSpan, "name" | "kind" | "attributes"> & {
  readonly context: ReturnType<ReadableSpan["spanContext"]>;
};

describe("a generation over client, handler, queue and worker", () => {
  it("is one trace, as the documentation prints it", async () => {
    const { generate, handler, worker } = await deploy();
    const click = page.tracer.startSpan("click on Generate");
    await context.with(trace.setSpan(context.active(), click), generate);
    click.end();
    await worker.ended();
    const recorded = [
      ...page.spans().map((span) => ({ process: "page", span })),
      ...handler.spans().map((span) => ({ process: "handler", span })),
      ...worker.spans().map((span) => ({ process: "worker", span })),
    ];
    expect(new Set(recorded.map(({ span }) => span.spanContext().traceId)).size).toBe(1);
    expect(printTree(recorded)).toBe(documentedTree());
  });

  it("is one trace where the worker is a process of its own", async () => {
    const pictures = mkdtempSync(join(tmpdir(), "imagenode-telemetry-"));
    closers.push(async () => rmSync(pictures, { recursive: true, force: true }));
    const { generate, handler, name } = await deploy({ storage: fileStorage(pictures), hasWorker: false });
    const program = await buildProgram("test/telemetry/workerProcess");
    const child = spawn(process.execPath, [program], {
      env: { ...process.env, DATABASE: server.url, PICTURES: pictures, QUEUE: name, PUBLIC_URL: BASE },
      stdio: ["ignore", "pipe", "inherit"],
    });
    closers.push(async () => void child.kill("SIGKILL"));
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString("utf8")));
    await until(() => said.includes("ready"));
    await generate();
    const gone = new Promise((resolve) => child.once("close", resolve));
    child.kill("SIGTERM");
    await gone;

    const span = { process: "worker" };
    const theirs = (JSON.parse(said.split("\n")[1] ?? "") as PrintedSpan[]).map(
      ({ context: own, ...members }) => ({ ...span, span: { ...members, spanContext: () => own } }),
    );
    const ours = handler.spans().map((own) => ({ process: "handler", span: own }));
    const printed = printTree([...ours, ...theirs] as RecordedSpan[]);
    // The same tree, without the page.
    const documented = documentedTree().split("\n").slice(1);
    expect(printed.split("\n")).toEqual(documented.map((line) => line.replace(/^(.{9}).{3}/, "$1")));
  });

  it("begins a trace in the worker where the handler makes none", async () => {
    const { generate, worker, runs } = await deploy({ isHandlerTraced: false });
    const { id } = await generate();
    await worker.ended();
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
