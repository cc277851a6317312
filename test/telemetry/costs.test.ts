import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createGenerationRunner, memoryRunStore, memoryStorage } from "image-generation-node/server";
import type { GenerationJob } from "image-generation-node/server";
import {
  age,
  begin,
  bodyOf,
  holdFirst,
  never,
  untilEnded,
  untilRead,
} from "../server/journal/journalHelpers.js";
import { createPollerModels } from "../server/journal/pollerModels.js";
import { startPollers } from "../server/journal/startPollers.js";
import type { Pollers } from "../server/journal/startPollers.js";
import { startProcess } from "../server/journal/startProcess.js";
import { failure, small, startAsync, statusOf } from "../server/runHelpers.js";
import {
  BASE,
  body,
  createImage,
  createTestBackend,
  deferred,
  succeed,
  until,
} from "../server/testBackend.js";
import type { TestBackendOptions } from "../server/testBackend.js";
import { pointsOf, sumOf } from "./pointsOf.js";
import { startTelemetry } from "./startTelemetry.js";
import type { StartedTelemetry } from "./startTelemetry.js";

let telemetry: StartedTelemetry;
let pollers: Pollers;
beforeAll(async () => {
  pollers = await startPollers(await createImage(64, 64));
});
beforeEach(() => {
  telemetry = startTelemetry();
});
afterEach(() => telemetry.stop());
afterAll(() => pollers.close());

const priceOf = (amount: string) => ({ min: amount, max: amount, currency: "USD", unit: "image" }) as const;
const AUTO = body({ prompt: { mode: "auto" } });

/** What costs: an image 4, a prompt 1. */
const pricedModels = (generate: () => Promise<Uint8Array>, write = async () => "A fox") => ({
  imageModels: { "test/painter": { model: { generate }, price: priceOf("4") } },
  promptModels: { "test/writer": { model: { write }, price: priceOf("1") } },
});
const watched = () => ({ telemetry: { tracer: telemetry.tracer, meter: telemetry.meter } });
const createPriced = (
  generate: () => Promise<Uint8Array> = small,
  { write, ...more }: Omit<TestBackendOptions, "write"> & { write?: () => Promise<string> } = {},
) => createTestBackend({ ...pricedModels(generate, write), ...watched(), ...more });
const costs = () => sumOf(telemetry, "image_node.cost");

describe("the cost", () => {
  it("of a prompt and an image is counted with the model of each", async () => {
    await succeed(await createPriced().post("/generations", AUTO));
    const usd = { "image_node.currency": "USD" };
    expect(await pointsOf(telemetry, "image_node.cost")).toEqual([
      { ...usd, "gen_ai.request.model": "test/writer", value: 1 },
      { ...usd, "gen_ai.request.model": "test/painter", value: 4 },
    ]);
  });

  it("of a prompt that is kept for the next attempt is counted once", async () => {
    let isRefused = true;
    const backend = createPriced(() => (isRefused ? failure(401)() : small()));
    const key = { "Idempotency-Key": "again" };
    await backend.post("/generations", AUTO, key);
    expect(await costs()).toBe(1);
    isRefused = false;
    await succeed(await backend.post("/generations", AUTO, key));
    expect(await costs()).toBe(5);
  });

  it("of a prompt alone is counted", async () => {
    const response = await createPriced().post("/prompts", AUTO);
    expect(response.status).toBe(200);
    expect(await costs()).toBe(1);
  });

  it("of a prompt that comes after its run's time is counted", async () => {
    const text = deferred<string>();
    const backend = createPriced(small, { write: () => text.promise, limits: { timeoutMs: 20 } });
    await backend.post("/generations", AUTO);
    expect(await costs()).toBe(0);
    text.resolve("A fox");
    await until(async () => (await costs()) === 1);
  });

  it("of an image that comes after its run's time is counted", async () => {
    const image = deferred<Uint8Array>();
    const backend = createPriced(() => image.promise, { limits: { timeoutMs: 20 } });
    const { id, ended } = await startAsync(backend);
    expect(await ended()).toMatchObject({ status: "failed" });
    image.resolve(await small());
    await until(async () => Boolean((await statusOf(backend, id)).late));
    expect(await costs()).toBe(4);
  });

  it.each([
    ["cannot be read", async () => new Uint8Array([1, 2, 3]), {}],
    ["cannot be stored", small, { put: () => Promise.reject(new Error("full")) }],
  ])("of an image that comes late and %s is counted", async (_, create, broken) => {
    const image = deferred<Uint8Array>();
    const storage = { ...memoryStorage(), ...broken };
    const { ended } = await startAsync(
      createPriced(() => image.promise, { storage, limits: { timeoutMs: 20 } }),
    );
    await ended();
    image.resolve(await create());
    await until(() => telemetry.spans().some(({ name }) => name === "late image"));
    expect(await costs()).toBe(4);
  });

  it("of a prompt that another attempt goes on with is counted once", async () => {
    const shared = { runs: memoryRunStore(), storage: memoryStorage(), ...watched() };
    const jobs: GenerationJob[] = [];
    const image = deferred<Uint8Array>();
    let calls = 0;
    const models = pricedModels(() => {
      calls += 1;
      return image.promise;
    });
    const dispatch = async (job: GenerationJob) => void jobs.push(job);
    const backend = createTestBackend({ ...shared, ...models, dispatch });
    const { id } = await startAsync(backend, AUTO);
    const secret = { signingSecret: "a secret of the worker's own, long enough to be taken" };
    const createWorker = () => createGenerationRunner({ ...shared, ...models, ...secret, publicUrl: BASE });
    const run = await shared.runs.get("workspace", id);
    // As an attempt leaves it that died when its prompt was written.
    const stages = { template: null, resolved: null, written: "A fox", sent: "A fox", revised: null };
    const usage = {
      items: [{ kind: "prompt", model: "test/writer", amount: "1", currency: "USD" } as const],
    };
    const left = { status: "running", startedAt: Date.now(), deadlineAt: Date.now() + 60_000 } as const;
    await shared.runs.update("workspace", id, run?.revision ?? 0, { ...left, stages, usage, abandonedAt: 1 });
    const work = createWorker().execute({ scope: "workspace", id });
    await until(() => calls === 1);
    image.resolve(await small());
    await work;
    expect((await shared.runs.get("workspace", id))?.status).toBe("succeeded");
    expect(await costs()).toBe(4);
  });
});

describe("the cost of an image that a provider can be asked for again", () => {
  const pricedPollers: typeof createPollerModels = (origin, runs) => {
    const { replicate, ...others } = createPollerModels(origin, runs);
    return { replicate: { ...replicate, price: priceOf("4") }, ...others };
  };
  const share = () => ({
    runs: memoryRunStore(),
    dispatch: () => Promise.resolve(),
    models: pricedPollers,
    ...watched(),
  });

  it("is counted once where two processes fetch it", async () => {
    const prompt = "cost of two downloads";
    const shared = share();
    const storage = memoryStorage();
    let isHeld = false;
    const put: typeof storage.put = (...given) => {
      if (isHeld) return storage.put(...given);
      isHeld = true;
      return never() as never;
    };
    pollers.hook(() => undefined);
    const first = startProcess(pollers.origin, { ...shared, storage: { ...storage, put } });
    const id = await begin(first, bodyOf("replicate", prompt), prompt);
    void first.deliver(id);
    await until(() => isHeld);
    expect(await costs()).toBe(4);
    first.die();
    await age(shared.runs, id);
    const next = startProcess(pollers.origin, { ...shared, storage });
    await next.deliver(id);
    expect(await untilEnded(next, id)).toMatchObject({ status: "succeeded" });
    expect(await costs()).toBe(4);
  });

  it("is counted by the process that fetches it late", async () => {
    const prompt = "cost of a late run";
    const shared = { ...share(), storage: memoryStorage() };
    const held = holdFirst(pollers, prompt, ({ step }) => step === "poll");
    const first = startProcess(pollers.origin, shared);
    const id = await begin(first, bodyOf("replicate", prompt), prompt);
    void first.deliver(id);
    await held;
    first.die();
    await age(shared.runs, id, { deadlineAt: 1 });
    const next = startProcess(pollers.origin, shared);
    await next.deliver(id);
    await untilRead(next, id, ({ late }) => Boolean(late));
    await until(async () => (await costs()) === 4);
  });
});
