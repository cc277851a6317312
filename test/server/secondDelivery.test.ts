import { describe, expect, it, onTestFinished, vi } from "vitest";
import { createGenerationRunner, memoryRunStore, memoryStorage } from "image-generation-node/server";
import type { GenerationJob, RunRecord, RunStore } from "image-generation-node/server";
import { small, statusOf } from "./runHelpers.js";
import { BASE, body, createTestBackend, deferred, until } from "./testBackend.js";

const ASYNC = { Prefer: "respond-async" };

/** A handler and workers of their own, over one run store. */
async function startRun(mode: "manual" | "auto" = "manual") {
  const runs = memoryRunStore();
  const storage = memoryStorage();
  const jobs: GenerationJob[] = [];
  const generate = vi.fn(small);
  const write = vi.fn(async () => "A fox");
  const models = {
    imageModels: { "test/painter": { model: { generate } } },
    promptModels: { "test/writer": { model: { write } } },
  };
  const createWorker = (own: RunStore = runs) =>
    createGenerationRunner({
      ...models,
      runs: own,
      storage,
      signingSecret: "a secret of the worker's own, long enough to be taken",
      publicUrl: BASE,
      hooks: { onError: () => undefined },
    });
  const backend = createTestBackend({
    ...models,
    runs,
    storage,
    dispatch: async (job) => void jobs.push(job),
  });
  const response = await backend.post("/generations", body({ prompt: { mode } }), ASYNC);
  const { id } = (await response.json()) as { id: string };
  const job = { scope: "workspace", id };
  const read = async () => (await runs.get(job.scope, id)) as RunRecord;
  return { runs, backend, generate, write, createWorker, job, read };
}

function holdClocks(): { pass: (ms: number) => Promise<unknown> } {
  vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout", "setInterval", "clearInterval"] });
  onTestFinished(() => void vi.useRealTimers());
  return { pass: (ms) => vi.advanceTimersByTimeAsync(ms) };
}

/** Whether a promise has settled by now. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  const open = {};
  return (await Promise.race([promise, Promise.resolve(open)])) !== open;
}

describe("a second delivery while the first is at work", () => {
  it.each(["manual", "auto"] as const)("waits for its end, in the mode %s", async (mode) => {
    const { backend, generate, write, createWorker, job } = await startRun(mode);
    const gate = deferred<Uint8Array>();
    generate.mockImplementation(() => gate.promise);
    const first = createWorker().execute(job);
    await until(() => generate.mock.calls.length === 1);
    const { pass } = holdClocks();
    const second = createWorker().execute(job);
    await pass(10_000);
    expect(await isSettled(second)).toBe(false);
    gate.resolve(await small());
    await first;
    await pass(10_000);
    await second;
    expect([generate.mock.calls.length, write.mock.calls.length]).toEqual([1, mode === "auto" ? 1 : 0]);
    expect(await statusOf(backend, job.id)).toMatchObject({ status: "succeeded" });
  });

  it("writes no second prompt while the first writes one", async () => {
    const { backend, generate, write, createWorker, job } = await startRun("auto");
    const gate = deferred<string>();
    write.mockImplementation(() => gate.promise);
    const first = createWorker().execute(job);
    await until(() => write.mock.calls.length === 1);
    const { pass } = holdClocks();
    const second = createWorker().execute(job);
    await pass(10_000);
    gate.resolve("A fox");
    await first;
    await pass(10_000);
    await second;
    expect([generate.mock.calls.length, write.mock.calls.length]).toEqual([1, 1]);
    expect(await statusOf(backend, job.id)).toMatchObject({ status: "succeeded" });
  });

  it("takes the run over when the first says nothing any more, before a reader would end it", async () => {
    const { runs, backend, generate, write, createWorker, job } = await startRun("auto");
    let isDead = false;
    const dying: RunStore = {
      ...runs,
      update: (...change) => (isDead ? new Promise(() => undefined) : runs.update(...change)),
    };
    write.mockImplementationOnce(() => {
      isDead = true;
      return new Promise(() => undefined);
    });
    const { pass } = holdClocks();
    void createWorker(dying).execute(job);
    await until(() => isDead);
    const second = createWorker().execute(job);
    await pass(19_000);
    await second;
    expect([generate.mock.calls.length, write.mock.calls.length]).toEqual([1, 2]);
    expect(await statusOf(backend, job.id)).toMatchObject({ status: "succeeded" });
  });

  it("goes on with the prompt that the first has written", async () => {
    const { runs, backend, generate, write, createWorker, job, read } = await startRun("auto");
    const written = { template: null, resolved: null, written: "A wolf", sent: "A wolf", revised: null };
    const dead = {
      status: "running",
      stages: written,
      abandonedAt: Date.now(),
      execution: "another",
    } as const;
    await runs.update(job.scope, job.id, (await read()).revision, dead);
    await createWorker().execute(job);
    expect([generate.mock.calls.length, write.mock.calls.length]).toEqual([1, 0]);
    expect(await statusOf(backend, job.id)).toMatchObject({
      status: "succeeded",
      stages: { written: "A wolf" },
    });
  });

  it("ends no run that another has taken over, when its own attempt fails", async () => {
    const { runs, backend, generate, write, createWorker, job, read } = await startRun("auto");
    const gate = deferred<string>();
    const image = deferred<Uint8Array>();
    write.mockImplementationOnce(() => gate.promise);
    const slow = createWorker().execute(job);
    await until(() => write.mock.calls.length === 1);
    await runs.update(job.scope, job.id, (await read()).revision, { abandonedAt: Date.now() });
    generate.mockImplementation(() => image.promise);
    const second = createWorker().execute(job);
    await until(() => generate.mock.calls.length === 1);
    gate.reject(new Error("The connection broke."));
    await new Promise((resolve) => setTimeout(resolve, 20));
    image.resolve(await small());
    await Promise.all([slow, second]);
    expect(await statusOf(backend, job.id)).toMatchObject({ status: "succeeded" });
  });

  it("leaves the run to whoever took it over, when it was only slow", async () => {
    const { runs, backend, generate, write, createWorker, job, read } = await startRun("auto");
    const gate = deferred<string>();
    write.mockImplementationOnce(() => gate.promise);
    const slow = createWorker().execute(job);
    await until(() => write.mock.calls.length === 1);
    const { revision } = await read();
    await runs.update(job.scope, job.id, revision, { abandonedAt: Date.now() });
    await createWorker().execute(job);
    gate.resolve("A wolf");
    await slow;
    expect(generate).toHaveBeenCalledTimes(1);
    const status = await statusOf(backend, job.id);
    expect(status).toMatchObject({ status: "succeeded", stages: { written: "A fox" } });
  });
});

describe("a worker with a model that takes long", () => {
  it("says that it lives, and for how long no longer than the run may take", async () => {
    const { generate, createWorker, job, read } = await startRun();
    generate.mockImplementation(() => new Promise(() => undefined));
    const { pass } = holdClocks();
    void createWorker().execute(job);
    await until(() => generate.mock.calls.length === 1);
    const first = await read();
    expect(first.abandonedAt).toBeLessThanOrEqual(Date.now() + 20_000);
    await pass(12_000);
    const later = await read();
    expect(later.abandonedAt).toBeGreaterThan(first.abandonedAt);
    await pass(45_000);
    expect((await read()).abandonedAt).toBe((first.deadlineAt ?? 0) + 5_000);
  });

  it("keeps what comes while it says so", async () => {
    const { runs, generate, write, createWorker, job, read } = await startRun("auto");
    const prompt = deferred<string>();
    write.mockImplementation(() => prompt.promise);
    generate.mockRejectedValue(Object.assign(new Error("No."), { status: 401 }));
    const beat = deferred<null>();
    let isBeating = false;
    const slow: RunStore = {
      ...runs,
      update: async (...change) => {
        const next = await runs.update(...change);
        if (isBeating) await beat.promise;
        return next;
      },
    };
    const { pass } = holdClocks();
    const work = createWorker(slow).execute(job);
    await until(() => write.mock.calls.length === 1);
    isBeating = true;
    await pass(8_000);
    prompt.resolve("A fox");
    await pass(1);
    isBeating = false;
    beat.resolve(null);
    await work;
    expect(await read()).toMatchObject({ status: "failed", stages: { written: "A fox" } });
  });

  it("says so once while the run store does not answer", async () => {
    const { runs, generate, createWorker, job } = await startRun();
    generate.mockImplementation(() => new Promise(() => undefined));
    let isSilent = false;
    let asked = 0;
    const answer = deferred<null>();
    const silent: RunStore = {
      ...runs,
      async update(...change) {
        if (isSilent) asked += 1;
        if (isSilent) await answer.promise;
        return runs.update(...change);
      },
    };
    const { pass } = holdClocks();
    void createWorker(silent).execute(job);
    await until(() => generate.mock.calls.length === 1);
    isSilent = true;
    await pass(20_000);
    answer.resolve(null);
    await pass(1_000);
    expect(asked).toBe(1);
  });

  it("lets the image of a run come late that a reader took for left", async () => {
    const { runs, backend, generate, createWorker, job, read } = await startRun();
    const gate = deferred<Uint8Array>();
    let signal: AbortSignal | undefined;
    generate.mockImplementation((request?: { signal: AbortSignal }) => {
      signal = request?.signal;
      return gate.promise;
    });
    const work = createWorker().execute(job);
    await until(() => signal !== undefined);
    await runs.update(job.scope, job.id, (await read()).revision, { abandonedAt: Date.now() - 1 });
    expect(await statusOf(backend, job.id)).toMatchObject({
      problem: { reason: "interrupted", charged: null },
    });
    await work;
    expect(signal?.aborted).toBe(false);
    gate.resolve(await small());
    await until(async () => (await statusOf(backend, job.id)).late !== undefined);
  });

  it("goes on when the run store fails as it says so", async () => {
    const { runs, backend, generate, createWorker, job } = await startRun();
    const gate = deferred<Uint8Array>();
    generate.mockImplementation(() => gate.promise);
    let isBroken = false;
    const broken: RunStore = {
      ...runs,
      update: (...change) => (isBroken ? Promise.reject(new Error("It broke.")) : runs.update(...change)),
    };
    const { pass } = holdClocks();
    const work = createWorker(broken).execute(job);
    await until(() => generate.mock.calls.length === 1);
    isBroken = true;
    await pass(14_000);
    isBroken = false;
    gate.resolve(await small());
    await work;
    expect(await statusOf(backend, job.id)).toMatchObject({ status: "succeeded" });
  });

  it("stops when the run was ended and nobody told it", async () => {
    const { runs, backend, generate, createWorker, job } = await startRun();
    let signal: AbortSignal | undefined;
    generate.mockImplementation((request?: { signal: AbortSignal }) => {
      signal = request?.signal;
      return new Promise(() => undefined);
    });
    const deaf: RunStore = { ...runs, subscribe: async () => () => undefined };
    const { pass } = holdClocks();
    const work = createWorker(deaf).execute(job);
    await until(() => signal !== undefined);
    await backend.remove(`/generations/${job.id}`);
    await pass(12_000);
    await work;
    expect(signal?.aborted).toBe(true);
    expect(await statusOf(backend, job.id)).toMatchObject({ status: "cancelled" });
  });
});
