import { describe, expect, it, vi } from "vitest";
import { createGenerationRunner, memoryRunStore, memoryStorage } from "image-generation-node/server";
import type {
  GenerationJob,
  GenerationRunnerOptions,
  RunPatch,
  SpendingOptions,
} from "image-generation-node/server";
import { createGenerationWorker } from "image-generation-node/server/queue";
import { openAccount } from "./openAccount.js";
import { failure, holdClocks, small, statusOf } from "./runHelpers.js";
import { BASE, body, createTestBackend, deferred, until } from "./testBackend.js";

const ASYNC = { Prefer: "respond-async" };

/** A handler that hands its runs over, and workers of the same host. */
function createPair({ generate = small, dispatches = true } = {}) {
  const account = openAccount();
  const { spending, settlements } = account;
  const jobs: GenerationJob[] = [];
  const shared = {
    runs: memoryRunStore(),
    storage: memoryStorage(),
    signingSecret: "a secret for tests only, long enough to be taken",
    imageModels: { "test/painter": { model: { generate } } },
    hooks: { onError: () => undefined },
  };
  const dispatch = async (job: GenerationJob) => {
    if (!dispatches) throw new Error("no connection");
    jobs.push(job);
  };
  const backend = createTestBackend({ ...shared, spending, dispatch });
  const runner = (options: Partial<GenerationRunnerOptions> = {}) =>
    createGenerationRunner({ ...shared, spending, publicUrl: BASE, ...options });
  const start = async () => {
    const response = await backend.post("/generations", body(), ASYNC);
    return ((await response.json()) as { id: string }).id;
  };
  const change = async (id: string, patch: RunPatch) => {
    const run = await shared.runs.get("workspace", id);
    await shared.runs.update("workspace", id, run?.revision ?? 0, patch);
  };
  const settled = async (id: string, charged: boolean | null) => {
    await until(() => settlements.length > 0);
    expect(settlements).toMatchObject([{ id, token: `token of ${id}`, charged }]);
    await until(async () => (await shared.runs.get("workspace", id))?.spending?.state === "closed");
  };
  return { ...account, ...shared, jobs, backend, runner, start, change, settled };
}

const work = async ({ jobs, runner }: ReturnType<typeof createPair>, options = {}) => {
  for (const job of jobs.splice(0)) await runner(options).execute(job);
};

describe("a run that a handler hands over is reserved by it, and settled", () => {
  it.each([
    ["by the worker that drew it", small, true],
    ["by the worker whose model refused", failure(401), false],
  ])("%s", async (_, generate, charged) => {
    const pair = createPair({ generate });
    const id = await pair.start();
    expect(pair.requests.map((request) => request.id)).toEqual([id]);
    await work(pair);
    await pair.settled(id, charged);
    expect(pair.requests).toHaveLength(1);
  });

  it("by the handler, when the queue does not take it", async () => {
    const pair = createPair({ dispatches: false });
    expect((await pair.backend.post("/generations", body())).status).toBe(503);
    await pair.settled(pair.requests[0]?.id ?? "", false);
  });

  it("by whoever cancels it in the queue, and not again by the worker", async () => {
    const pair = createPair();
    const id = await pair.start();
    await pair.backend.remove(`/generations/${id}`);
    await pair.settled(id, false);
    await work(pair);
    expect(pair.settlements).toHaveLength(1);
  });

  it("by the worker that finds it too late", async () => {
    const { pass } = holdClocks();
    const pair = createPair();
    const id = await pair.start();
    await pass(31_000);
    await work(pair);
    await pair.settled(id, false);
  });

  it("by the worker that cannot prepare it", async () => {
    const pair = createPair();
    const id = await pair.start();
    await work(pair, { imageModels: {} });
    await pair.settled(id, false);
  });

  it("by the reader that finds it left behind", async () => {
    const pair = createPair();
    const id = await pair.start();
    await pair.change(id, { abandonedAt: Date.now() - 1 });
    expect(await statusOf(pair.backend, id)).toMatchObject({ status: "failed" });
    await pair.settled(id, false);
  });

  it("by the worker that was only slow, with the image that came late", async () => {
    const gate = deferred<Uint8Array>();
    const generate = vi.fn(() => gate.promise);
    const pair = createPair({ generate });
    const id = await pair.start();
    const done = work(pair);
    await until(() => generate.mock.calls.length === 1);
    await pair.change(id, { abandonedAt: Date.now() - 1 });
    expect(await statusOf(pair.backend, id)).toMatchObject({ problem: { charged: null } });
    await done;
    expect(pair.settlements).toEqual([]);
    gate.resolve(await small());
    await pair.settled(id, true);
  });

  it("by the handler's look, when the worker has no account", async () => {
    const { pass } = holdClocks();
    const pair = createPair();
    const id = await pair.start();
    await work(pair, { spending: undefined });
    expect(await statusOf(pair.backend, id)).toMatchObject({ status: "succeeded" });
    expect(pair.settlements).toEqual([]);
    await pass(30_000);
    await pair.backend.get("/catalog");
    await pair.settled(id, true);
  });
});

describe("createGenerationWorker", () => {
  /** A worker over the runs of a pair. */
  function createWorker({ runs, ...pair }: ReturnType<typeof createPair>, spending: SpendingOptions) {
    const find = (id: string) => runs.get("workspace", id, true);
    const { storage, imageModels, hooks } = pair;
    return createGenerationWorker({
      storage,
      imageModels,
      hooks,
      spending,
      runs: { ...runs, find },
      publicUrl: BASE,
    });
  }

  it("has settled what it carried out when it says so", async () => {
    const pair = createPair();
    const id = await pair.start();
    const asked = deferred<null>();
    const settle: SpendingOptions["settle"] = async (settlement) => {
      await asked.promise;
      await pair.spending.settle(settlement);
    };
    const worker = createWorker(pair, { ...pair.spending, settle });
    // The engine hears of the end before the host has answered.
    await worker.execute(id);
    const settled = worker.settled();
    asked.resolve(null);
    await settled;
    await pair.settled(id, true);
  });

  it("settles what others have left open, when it is asked to look", async () => {
    const pair = createPair();
    const id = await pair.start();
    await pair.change(id, { abandonedAt: Date.now() - 1 });
    const worker = createWorker(pair, pair.spending);
    await worker.settleOverdue();
    await worker.settled();
    await pair.settled(id, false);
  });
});
