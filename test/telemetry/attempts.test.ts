import { SpanKind, SpanStatusCode } from "@opentelemetry/api";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { createGenerationRunner, memoryRunStore, memoryStorage } from "image-generation-node/server";
import type { GenerationJob, RunRecord } from "image-generation-node/server";
import { small, statusOf } from "../server/runHelpers.js";
import { BASE, body, createTestBackend, deferred, until } from "../server/testBackend.js";
import { abandoned } from "./abandoned.js";
import { parentOf, spanOf, startTelemetry, startTracer } from "./startTelemetry.js";
import type { StartedTelemetry } from "./startTelemetry.js";

let telemetry: StartedTelemetry;

beforeAll(() => {
  telemetry = startTelemetry();
});
afterEach(() => telemetry.reset());
afterAll(() => telemetry.stop());

const TRACE_ID = "0af7651916cd43dd8448eb211c80319c";
const CALLER = { traceparent: `00-${TRACE_ID}-b7ad6b7169203331-01` };

/** A handler and workers of their own, over one run store. */
async function start() {
  const shared = { runs: memoryRunStore(), storage: memoryStorage() };
  const jobs: GenerationJob[] = [];
  const image = deferred<Uint8Array>();
  const generate = vi.fn(() => image.promise);
  const models = (write: () => Promise<string>) => ({
    imageModels: { "test/painter": { model: { generate } } },
    promptModels: { "test/writer": { model: { write } } },
  });
  const backend = createTestBackend({
    ...shared,
    ...models(async () => "A fox"),
    telemetry: { tracer: telemetry.tracer },
    dispatch: async (job) => void jobs.push(job),
  });
  const response = await backend.post("/generations", body({ prompt: { mode: "auto" } }), {
    ...CALLER,
    Prefer: "respond-async",
  });
  const { id } = (await response.json()) as { id: string };
  const createWorker = (write: () => Promise<string>) => {
    const { tracer, spans } = startTracer();
    const runner = createGenerationRunner({
      ...shared,
      ...models(write),
      signingSecret: "a secret of the worker's own, long enough to be taken",
      publicUrl: BASE,
      telemetry: { tracer },
    });
    return { spans, execute: () => runner.execute({ scope: "workspace", id }) };
  };
  const read = async () => (await shared.runs.get("workspace", id)) as RunRecord;
  return { ...shared, backend, id, image, generate, createWorker, read };
}

describe("an attempt that goes on from another", () => {
  it("stands in the same trace, beside it, and links to it", async () => {
    const { runs, id, image, generate, createWorker, read } = await start();
    const gate = deferred<string>();
    const first = createWorker(() => gate.promise);
    const work = first.execute();
    await until(async () => (await read()).stage === "prompt");
    await runs.update("workspace", id, (await read()).revision, { abandonedAt: Date.now() });
    const second = createWorker(async () => "A wolf");
    const ended = second.execute();
    await until(() => generate.mock.calls.length === 1);
    gate.resolve("A fox");
    await until(() => first.spans().some(({ name }) => name === "generation"));
    image.resolve(await small());
    await Promise.all([work, ended]);

    const [left, taken] = [spanOf(first.spans(), "generation"), spanOf(second.spans(), "generation")];
    const server = spanOf(telemetry.spans(), "POST /generations");
    for (const span of [left, taken]) {
      expect(span.spanContext().traceId).toBe(TRACE_ID);
      expect(span.parentSpanContext?.spanId).toBe(server.spanContext().spanId);
      expect(span.kind).toBe(SpanKind.CONSUMER);
    }
    expect(left.links).toEqual([]);
    expect(taken.links.map((link) => link.context)).toMatchObject([
      { traceId: TRACE_ID, spanId: left.spanContext().spanId },
    ]);
    expect(left.attributes).toMatchObject({ "image_node.superseded": true });
    expect(taken.attributes).toMatchObject({ "image_node.outcome": "succeeded" });
    expect(first.spans().filter(({ name }) => name === "queue")).toHaveLength(1);
    expect(second.spans().filter(({ name }) => name === "queue")).toEqual([]);
  });
});

describe("a run that its process left behind", () => {
  it("is ended in its trace, with a link to the attempt that is gone", async () => {
    const attempt = "00f067aa0ba902b7";
    const { backend, id } = await abandoned(
      (options) => createTestBackend({ ...options, telemetry: { tracer: telemetry.tracer } }),
      { imageStartedAt: 2, trace: { ...CALLER, attempt } },
    );
    await statusOf(backend, id);
    const end = spanOf(telemetry.spans(), "end of an abandoned generation");
    expect(end.spanContext().traceId).toBe(TRACE_ID);
    expect(end.links.map((link) => link.context.spanId)).toEqual([attempt]);
    expect(end.status.code).toBe(SpanStatusCode.ERROR);
    expect(end.attributes).toMatchObject({
      "image_node.run.id": id,
      "image_node.error.kind": "timeout",
      "image_node.charged": "unknown",
    });
    expect(parentOf(end, telemetry.spans())).toBeNull();
  });
});
