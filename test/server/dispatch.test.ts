import { describe, expect, it, onTestFinished, vi } from "vitest";
import { createGenerationRunner, memoryRunStore, memoryStorage } from "image-generation-node/server";
import type { GenerationJob, GenerationRunnerOptions } from "image-generation-node/server";
import { holdClocks, small, statusOf } from "./runHelpers.js";
import { BASE, body, createTestBackend, deferred, readEvents, succeed, until } from "./testBackend.js";

/** A handler that hands its runs over, and a worker with a model that counts its calls. */
function createPair(worker: Partial<GenerationRunnerOptions> = {}, runs = memoryRunStore()) {
  const storage = memoryStorage();
  const jobs: GenerationJob[] = [];
  const generate = vi.fn(small);
  const write = vi.fn(async () => "A fox");
  const shared = {
    runs,
    storage,
    signingSecret: {
      new: "the handler's newest secret, long enough to be taken",
      old: "a secret for tests only, long enough to be taken",
    },
    imageModels: { "test/painter": { model: { generate } } },
    promptModels: { "test/writer": { model: { write } } },
  };
  const runner = createGenerationRunner({
    ...shared,
    publicUrl: BASE,
    hooks: { onError: () => undefined },
    ...worker,
  });
  const dispatch = async (job: GenerationJob) => void jobs.push(job);
  const backend = createTestBackend({ ...shared, dispatch });
  return { runs, jobs, generate, write, runner, backend };
}

const ASYNC = { Prefer: "respond-async" };

describe("a handler that hands its runs over", () => {
  it.each(["", "text/event-stream"])(
    "answers with what another process made (Accept: %s)",
    async (accept) => {
      const { runner, jobs, backend, generate } = createPair({
        signingSecret: { old: "a secret for tests only, long enough to be taken" },
      });
      const answer = backend.post("/generations", body(), { Accept: accept });
      await until(() => jobs.length === 1);
      await Promise.all(jobs.map((job) => runner.execute(job)));
      const response = await answer;
      const events = accept ? await readEvents(response) : [];
      const generation = accept ? events.at(-1)?.data : await succeed(response);
      const { imageUrl } = (generation as Awaited<ReturnType<typeof succeed>>).output;
      expect(new URL(imageUrl).searchParams.get("kid")).toBe("new");
      expect((await backend.get(imageUrl)).status).toBe(200);
      expect(generate).toHaveBeenCalledTimes(1);
    },
  );

  it("waits on while the run store is away for a while, and no longer than that", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
    onTestFinished(() => void vi.useRealTimers());
    const store = memoryRunStore();
    let isAway = false;
    let looks = 0;
    const get: typeof store.get = async (...place) => {
      looks += 1;
      if (isAway) throw new Error("The database is away.");
      return store.get(...place);
    };
    const { jobs, backend, runner } = createPair({}, { ...store, get });
    const look = async (times: number) => {
      for (const until = looks + times; looks < until;) await vi.advanceTimersByTimeAsync(1_000);
    };
    const back = backend.post("/generations", body());
    await until(() => jobs.length === 1);
    isAway = true;
    await look(2);
    isAway = false;
    await Promise.all(jobs.map((job) => runner.execute(job)));
    expect((await back).status).toBe(200);

    const gone = backend.post("/generations", body());
    await until(() => jobs.length === 2);
    isAway = true;
    await look(4);
    expect(await (await gone).json()).toMatchObject({ kind: "internal", charged: null });
    expect(vi.getTimerCount()).toBe(0);
  });

  it("breaks at nothing when neither the queue nor the run store answers", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    onTestFinished(() => void vi.useRealTimers());
    const store = memoryRunStore();
    let isAway = false;
    const get: typeof store.get = async (...place) =>
      isAway ? Promise.reject(new Error("The database is away.")) : store.get(...place);
    const dispatch = async () => {
      isAway = true;
      throw new Error("no connection");
    };
    const backend = createTestBackend({ runs: { ...store, get }, dispatch });
    const response = await backend.post("/generations", body());
    expect(await response.json()).toMatchObject({ kind: "internal", charged: null });
    // It had begun to wait for the run's end; that this fails too must not reach the process.
    await vi.advanceTimersByTimeAsync(30_000);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("keeps the request only until the run has ended", async () => {
    const { runs, runner, jobs, backend } = createPair();
    const { id } = (await (await backend.post("/generations", body(), ASYNC)).json()) as { id: string };
    expect((await runs.get("workspace", id))?.request).toBe(JSON.stringify(body()));
    for (const job of jobs) await runner.execute(job);
    expect(await runs.get("workspace", id)).toMatchObject({ status: "succeeded", request: null });
  });

  it("refuses as overloaded, and frees the key, when it cannot hand over", async () => {
    const dispatch = () => Promise.reject(new Error("no connection"));
    for (const accept of ["", "text/event-stream"]) {
      const backend = createTestBackend({ dispatch });
      const response = await backend.post("/generations", body(), { Accept: accept });
      const problem: unknown = accept ? (await readEvents(response)).at(-1)?.data : await response.json();
      expect(problem).toMatchObject({ kind: "overloaded", charged: false, retryable: true });
    }
  });

  it("refuses what is wrong before it hands anything over", async () => {
    const { jobs, backend } = createPair();
    const response = await backend.post("/generations", body({ prompt: { template: "{{ gone.output }}" } }));
    expect(await response.json()).toMatchObject({ kind: "missing_variable" });
    expect(jobs).toEqual([]);
  });

  it("cancels a run in another process", async () => {
    const gate = deferred<Uint8Array>();
    const { jobs, backend, runner, generate } = createPair();
    generate.mockImplementation(() => gate.promise);
    const { id } = (await (await backend.post("/generations", body(), ASYNC)).json()) as { id: string };
    const work = Promise.all(jobs.map((job) => runner.execute(job)));
    await until(() => generate.mock.calls.length === 1);
    await backend.remove(`/generations/${id}`);
    await work;
    expect(await statusOf(backend, id)).toMatchObject({ status: "cancelled", problem: { charged: null } });
  });
});

describe("a job that is delivered twice", () => {
  it("is not drawn twice, one after the other", async () => {
    const { jobs, backend, runner, generate } = createPair();
    const { id } = (await (await backend.post("/generations", body(), ASYNC)).json()) as { id: string };
    for (const job of [...jobs, ...jobs]) await runner.execute(job);
    expect(generate).toHaveBeenCalledTimes(1);
    expect(await statusOf(backend, id)).toMatchObject({ status: "succeeded" });
  });

  it("is not drawn twice at the same time, and ends as the one that draws says", async () => {
    const { jobs, backend, runner, generate } = createPair();
    const { id } = (await (
      await backend.post("/generations", body({ prompt: { mode: "auto" } }), ASYNC)
    ).json()) as { id: string };
    await Promise.all([...jobs, ...jobs].map((job) => runner.execute(job)));
    expect(generate).toHaveBeenCalledTimes(1);
    expect(await statusOf(backend, id)).toMatchObject({ status: "succeeded" });
  });

  it("ends as a timeout that may be charged when the first worker died while it drew", async () => {
    const { runs, jobs, backend, runner, generate } = createPair();
    const { id } = (await (await backend.post("/generations", body(), ASYNC)).json()) as { id: string };
    const now = Date.now();
    const dead = { status: "running", stage: "image", imageStartedAt: now, abandonedAt: now } as const;
    await runs.update("workspace", id, 0, dead);
    for (const job of jobs) await runner.execute(job);
    expect(generate).not.toHaveBeenCalled();
    expect(await statusOf(backend, id)).toMatchObject({
      status: "failed",
      problem: { kind: "timeout", reason: "interrupted", charged: null, stage: "image" },
    });
  });

  it("goes on with the time that is left when the first worker died before it drew", async () => {
    const { runs, jobs, backend, runner, generate } = createPair();
    const { id } = (await (await backend.post("/generations", body(), ASYNC)).json()) as { id: string };
    const { pass } = holdClocks();
    const now = Date.now();
    await runs.update("workspace", id, 0, {
      status: "running",
      startedAt: now - 59_000,
      deadlineAt: now + 1_000,
      abandonedAt: now + 4_999,
    });
    generate.mockImplementation(() => new Promise(() => undefined));
    const done = Promise.all(jobs.map((job) => runner.execute(job)));
    await until(() => generate.mock.calls.length === 1);
    await pass(1_000);
    await done;
    expect(await statusOf(backend, id)).toMatchObject({
      problem: { kind: "timeout", charged: null },
    });
  });
});

describe("a worker", () => {
  it("does not begin what has waited too long", async () => {
    const { pass } = holdClocks();
    const { jobs, backend, runner, generate } = createPair({ limits: { maxQueueMs: 0 } });
    const { id } = (await (await backend.post("/generations", body(), ASYNC)).json()) as { id: string };
    await pass(1);
    for (const job of jobs) await runner.execute(job);
    expect(generate).not.toHaveBeenCalled();
    expect(await statusOf(backend, id)).toMatchObject({ problem: { kind: "overloaded", charged: false } });
  });

  it("waits for a place no longer than is left of the time to wait", async () => {
    const { pass } = holdClocks();
    const { jobs, backend, runner, generate } = createPair({ limits: { maxConcurrent: 1 } });
    generate.mockImplementation(() => new Promise(() => undefined));
    await backend.post("/generations", body(), ASYNC);
    void runner.execute(jobs[0] ?? { scope: "", id: "" });
    await until(() => generate.mock.calls.length === 1);
    const { id } = (await (await backend.post("/generations", body(), ASYNC)).json()) as { id: string };
    await pass(20_000);
    const second = runner.execute({ scope: "workspace", id });
    await pass(10_000);
    await second;
    expect(generate).toHaveBeenCalledTimes(1);
    expect(await statusOf(backend, id)).toMatchObject({ problem: { kind: "overloaded", charged: false } });
  });

  it("ends a run that it cannot prepare, with the reason", async () => {
    const { jobs, backend, runner } = createPair({ imageModels: {} });
    const { id } = (await (await backend.post("/generations", body(), ASYNC)).json()) as { id: string };
    for (const job of jobs) await runner.execute(job);
    expect(await statusOf(backend, id)).toMatchObject({
      problem: { kind: "model_unavailable", charged: false },
    });
  });

  it("leaves alone what it does not know", async () => {
    const { runner } = createPair();
    await expect(runner.execute({ scope: "workspace", id: "gen_unknown" })).resolves.toBeUndefined();
  });
});
