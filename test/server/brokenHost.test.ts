import { describe, expect, it, vi } from "vitest";
import type { Problem } from "image-generation-node/contract";
import { memoryRunStore, memoryStorage } from "image-generation-node/server";
import type { RunStore } from "image-generation-node/server";
import { failure, holdClocks, small, startAsync, statusOf } from "./runHelpers.js";
import { body, createTestBackend, deferred, readEvents, succeed, until } from "./testBackend.js";
import type { TestBackendOptions } from "./testBackend.js";

const KEY = { "Idempotency-Key": "k" };
const broken = () => Promise.reject(new Error("The database is away."));

/** A back end over a run store of which some methods break. */
function withRuns(parts: Partial<RunStore>, options: TestBackendOptions = {}) {
  const store = memoryRunStore();
  return { store, backend: createTestBackend({ generate: small, ...options, runs: { ...store, ...parts } }) };
}

describe("a hook that throws", () => {
  it("as waitUntil changes nothing for an image that is being paid, and is told to the host", async () => {
    const onError = vi.fn();
    const waitUntil = () => {
      throw new Error("outside of a request");
    };
    const backend = createTestBackend({ generate: small, waitUntil, hooks: { onError } });
    const { id } = await succeed(await backend.post("/generations", body()));
    expect(onError.mock.calls).toMatchObject([[{ kind: "internal", id, scope: "workspace" }]]);
  });

  it("as dispatch refuses as overloaded, however it throws, and frees the key", async () => {
    const dispatch = () => {
      throw new Error("no queue");
    };
    const { store, backend } = withRuns({}, { dispatch });
    const response = await backend.post("/generations", body(), KEY);
    expect(await response.json()).toMatchObject({ kind: "overloaded", charged: false });
    expect(await store.findByKey("workspace", "k")).toBeNull();
  });

  it.each<[string, TestBackendOptions]>([
    ["authorize", { authorize: broken }],
    ["rateLimit", { rateLimit: broken }],
    ["models by scope", { imageModels: broken }],
  ])("as %s is an internal error that cost nothing and says nothing", async (_, options) => {
    const backend = createTestBackend({ generate: small, ...options });
    const text = await (await backend.post("/generations", body(), KEY)).text();
    expect(JSON.parse(text)).toMatchObject({ kind: "internal", status: 500, charged: false });
    expect(text).not.toContain("database");
    expect(backend.images).toEqual([]);
  });
});

describe("a run store that breaks", () => {
  it("in telling what happens loses no image", async () => {
    const { backend } = withRuns({ publish: broken });
    await succeed(await backend.post("/generations", body()));
  });

  it("in listening ends the run, with nothing charged, also for a caller that did not wait", async () => {
    const { store, backend } = withRuns({ subscribe: broken });
    const { ended } = await startAsync(backend);
    expect((await ended()).problem).toMatchObject({ kind: "internal", charged: false });
    expect(backend.images).toEqual([]);
    const response = await backend.post("/generations", body(), KEY);
    expect(await response.json()).toMatchObject({ kind: "internal", charged: false });
    expect(await store.findByKey("workspace", "k")).toBeNull();
  });

  it("in listening lets a stream be refused, and listens to nothing any more", async () => {
    const stop = vi.fn();
    const { store, backend } = withRuns({ subscribe: async () => stop });
    const { id } = await succeed(await backend.post("/generations", body()));
    stop.mockClear();
    let reads = 0;
    const get: RunStore["get"] = async (...place) => ((reads += 1) === 1 ? store.get(...place) : broken());
    const reader = createTestBackend({ runs: { ...store, subscribe: async () => stop, get } });
    const response = await reader.get(`/generations/${id}`, { Accept: "text/event-stream" });
    expect(await response.json()).toMatchObject({ kind: "internal", charged: null });
    expect(stop).toHaveBeenCalledTimes(1);
  });

  it("when the key is looked up cannot say that nothing was charged under it", async () => {
    const { backend } = withRuns({ findByKey: broken });
    const response = await backend.post("/generations", body(), KEY);
    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({ kind: "internal", charged: null, retryable: false });
  });

  it("once the image is there says which run it was, and that it may be charged", async () => {
    let isAway = false;
    const store = memoryRunStore();
    const onGeneration = vi.fn();
    const { backend } = withRuns(
      {
        subscribe: store.subscribe,
        create: store.create,
        findByKey: store.findByKey,
        update: async (...change) => (isAway ? broken() : store.update(...change)),
        get: async (...place) => (isAway ? broken() : store.get(...place)),
      },
      {
        generate: () => {
          isAway = true;
          return small();
        },
        hooks: { onError: () => undefined, onGeneration },
      },
    );
    const problem = (await (await backend.post("/generations", body(), KEY)).json()) as Problem;
    expect(problem).toMatchObject({ kind: "internal", charged: null });
    expect(problem.id).toMatch(/^gen_/);
    expect(onGeneration.mock.calls).toMatchObject([[{ id: problem.id, charged: null }]]);
    for (const send of [backend.get, backend.remove]) {
      const response = await send(`/generations/${problem.id ?? ""}`);
      expect(await response.json()).toMatchObject({ kind: "internal", charged: null, id: problem.id });
    }
  });

  it("before it freed a key that cost nothing does not keep the key from the next request", async () => {
    let tries = 0;
    const { store, backend } = withRuns(
      { freeKey: async (...details) => ((tries += 1) === 1 ? broken() : store.freeKey(...details)) },
      { generate: () => (tries === 0 ? failure(429)() : small()) },
    );
    const send = () => backend.post("/generations", body({ prompt: { mode: "auto" } }), KEY);
    expect(await (await send()).json()).toMatchObject({ kind: "rate_limited", charged: false });
    const generation = await succeed(await send());
    expect(generation.stages?.written).toBe("A red fox in the snow");
    expect([backend.images.length, backend.prompts.length]).toEqual([2, 1]);
  });
});

describe("a storage that breaks", () => {
  it("when a finished answer is replayed does not say that it was free", async () => {
    let isAway = false;
    const storage = memoryStorage();
    const link = async () =>
      isAway ? broken() : { imageUrl: "https://cdn.test/1", expiresAt: "2026-12-01T00:00:00Z" };
    const backend = createTestBackend({ generate: small, storage: { ...storage, link } });
    const { id } = await succeed(await backend.post("/generations", body(), KEY));
    isAway = true;
    for (const headers of [KEY, { ...KEY, Accept: "text/event-stream" }]) {
      const response = await backend.post("/generations", body(), headers);
      expect(await response.json()).toMatchObject({ kind: "internal", charged: null, id });
    }
    isAway = false;
    expect((await backend.post("/generations", body(), KEY)).status).toBe(200);
  });

  it.each([1, 2])("%i times takes the image all the same, which is asked for once", async (times) => {
    let tries = 0;
    const storage = memoryStorage();
    const put: typeof storage.put = (...details) =>
      (tries += 1) <= times ? broken() : storage.put(...details);
    const backend = createTestBackend({ generate: small, storage: { ...storage, put } });
    const { output } = await succeed(await backend.post("/generations", body()));
    expect((await backend.get(output.imageUrl)).status).toBe(200);
    expect([tries, backend.images.length]).toEqual([times + 1, 1]);
  });

  it("for good does not hide how the run ended", async () => {
    const storage = { put: broken, stat: broken, read: broken };
    const backend = createTestBackend({ generate: small, storage });
    const problem = (await (await backend.post("/generations", body(), KEY)).json()) as Problem;
    expect(problem).toMatchObject({ kind: "storage_failed", charged: true });
    expect(await statusOf(backend, problem.id ?? "")).toMatchObject({ status: "failed", problem });
    expect(await (await backend.post("/generations", body(), KEY)).json()).toEqual(problem);
  });

  it("by never answering holds neither the run nor its place, and what it took later is shown as late", async () => {
    const { pass } = holdClocks();
    const storage = memoryStorage();
    const gate = deferred<undefined>();
    const put = vi.fn<typeof storage.put>(async (...details) => {
      await gate.promise;
      return storage.put(...details);
    });
    const backend = createTestBackend({
      generate: small,
      storage: { ...storage, put },
      limits: { maxConcurrent: 1 },
    });
    const answer = backend.post("/generations", body(), { Accept: "text/event-stream" });
    await until(() => put.mock.calls.length === 1);
    await pass(60_000);
    const { data } = (await readEvents(await answer)).at(-1) ?? {};
    expect(data).toMatchObject({ kind: "storage_failed", charged: true, stage: "store" });
    gate.resolve(undefined);
    expect((await backend.post("/generations", body())).status).toBe(200);
    const id = String(data?.["id"]);
    await until(async () => (await statusOf(backend, id)).late !== undefined);
    expect(put).toHaveBeenCalledTimes(2);
  });
});
