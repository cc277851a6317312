import { createGenerationRunner, memoryRunStore, memoryStorage } from "image-generation-node/server";
import type { GenerationJob, GenerationReport } from "image-generation-node/server";
import { describe, expect, it, vi } from "vitest";
import { holdClocks, small } from "./runHelpers.js";
import { BASE, body, createTestBackend } from "./testBackend.js";

const AUTO = { prompt: { mode: "auto" as const } };
const ASYNC = { Prefer: "respond-async" };
const MODELS = { imageModels: { "test/painter": { model: { generate: small } } } };

/** A handler and a worker that tell one host of the ends of their runs. */
function createPair(dispatches = true) {
  const reports: GenerationReport[] = [];
  const jobs: GenerationJob[] = [];
  const shared = {
    runs: memoryRunStore(),
    storage: memoryStorage(),
    signingSecret: "a secret for tests only, long enough to be taken",
    hooks: {
      onError: () => undefined,
      onGeneration: (report: GenerationReport) => void reports.push(report),
    },
  };
  const dispatch = async (job: GenerationJob) => {
    if (!dispatches) throw new Error("no connection");
    jobs.push(job);
  };
  const backend = createTestBackend({ ...shared, dispatch });
  const worker = (limits = {}, models: typeof MODELS | { imageModels: Record<string, never> } = MODELS) =>
    createGenerationRunner({ ...shared, ...models, publicUrl: BASE, limits });
  const start = async (config = {}) => {
    const response = await backend.post("/generations", body(config), ASYNC);
    return ((await response.json()) as { id: string }).id;
  };
  const work = async (runner = worker()) => {
    for (const job of jobs.splice(0)) await runner.execute(job);
  };
  return { reports, backend, worker, start, work, runs: shared.runs };
}

describe("a run that no process carries out is told of once", () => {
  it("when it is cancelled before a worker takes it", async () => {
    const { reports, backend, start, work } = createPair();
    const id = await start(AUTO);
    await backend.remove(`/generations/${id}`);
    await work();
    expect(reports).toMatchObject([
      {
        id,
        scope: "workspace",
        status: "cancelled",
        kind: "cancelled",
        stage: null,
        imageModel: "test/painter",
        promptModel: "test/writer",
        charged: false,
        usage: { items: [] },
      },
    ]);
  });

  it("when it waited too long", async () => {
    const { pass } = holdClocks();
    const { reports, start, work, worker } = createPair();
    const id = await start();
    await pass(1);
    await work(worker({ maxQueueMs: 0 }));
    expect(reports).toMatchObject([{ id, status: "failed", kind: "overloaded", promptModel: null }]);
  });

  it("when it could not be handed over", async () => {
    const { reports, start } = createPair(false);
    await start();
    expect(reports).toMatchObject([{ status: "failed", kind: "overloaded", imageModel: "test/painter" }]);
  });

  it("when it cannot be prepared any more", async () => {
    const { reports, start, work, worker } = createPair();
    await start();
    await work(worker({}, { imageModels: {} }));
    expect(reports).toMatchObject([{ status: "failed", kind: "model_unavailable", imageModel: "" }]);
  });

  it("when nobody came for it, by whoever reads it first", async () => {
    const { reports, backend, start, runs } = createPair();
    const id = await start();
    const run = await runs.get("workspace", id);
    await runs.update("workspace", id, run?.revision ?? 0, { abandonedAt: Date.now() - 1 });
    await Promise.all([backend.get(`/generations/${id}`), backend.get(`/generations/${id}`)]);
    await vi.waitFor(() => expect(reports).toHaveLength(1));
    expect(reports).toMatchObject([{ id, kind: "overloaded" }]);
  });

  it("while one that a worker carries out is told of by that worker alone", async () => {
    const { reports, start, work } = createPair();
    await start();
    await work();
    expect(reports).toMatchObject([{ status: "succeeded" }]);
  });
});
