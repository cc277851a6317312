import { createImageNodeConfig } from "image-generation-node/contract";
import { createGeneration } from "image-generation-node/client";
import type { GenerationStorage } from "image-generation-node/client";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { createLateGeneration } from "../../src/react/provider/createLateGeneration.js";
import type * as client from "../../src/react/provider/client/index.js";
import { createFakeClient } from "./fakeClient.js";
import type { LateCode } from "./lateCode.js";

const code = await vi.hoisted(async () => {
  const { createLateCode } = await import("./lateCode.js");
  return createLateCode(() => import("../../src/react/provider/client/index.js")) as LateCode<typeof client>;
});
vi.mock("../../src/react/provider/clientCode.js", () => ({ clientCode: code }));

const request = { config: createImageNodeConfig({ prompt: { template: "A fox" } }), variables: {} };
const other = { config: createImageNodeConfig({ prompt: { template: "An owl" } }), variables: {} };
const flush = () => new Promise((resolve) => setTimeout(resolve));
const ignore = () => undefined;

function createStorage(): GenerationStorage {
  const entries = new Map<string, string>();
  return {
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
  };
}

/** A storage that an earlier page left, whose run had ended or not. */
async function createUsedStorage(end: boolean): Promise<GenerationStorage> {
  const storage = createStorage();
  const fake = createFakeClient();
  const store = createGeneration(fake.client, { storage });
  void store.start(request);
  await flush();
  if (end) fake.run().succeed();
  await flush();
  return storage;
}

beforeEach(() => code.forget());

describe("a run that is started before its code is there", () => {
  it("shows at once, and begins with the code", async () => {
    const fake = createFakeClient();
    const store = createLateGeneration(fake.client);
    const states: string[] = [];
    store.subscribe(() => states.push(store.getSnapshot().status));
    const ended = vi.fn();
    void store.start(request).then(ended);
    expect(store.getSnapshot()).toMatchObject({ status: "running" });
    expect(store.getSnapshot().startedAt).toBeGreaterThan(0);
    await code.arrive();
    await flush();
    expect(fake.runs.map((run) => run.request)).toEqual([request]);
    expect(ended).not.toHaveBeenCalled();
    fake.run().succeed();
    await flush();
    expect(ended).toHaveBeenCalledTimes(1);
    expect(store.getSnapshot()).toMatchObject({ status: "succeeded", generation: { id: "gen_1" } });
    expect(new Set(states)).toEqual(new Set(["running", "succeeded"]));
  });

  it("is one run for two presses, whatever the second one is", async () => {
    const fake = createFakeClient();
    const store = createLateGeneration(fake.client);
    const ends = [store.start(request), store.start(other), store.retry(), store.regenerate()];
    await code.arrive();
    await flush();
    expect(fake.runs.map((run) => run.request)).toEqual([request]);
    fake.run().succeed();
    await Promise.all(ends);
    expect(fake.runs).toHaveLength(1);
  });

  it.each(["cancel", "stopWaiting", "reset"] as const)("sends nothing after %s", async (name) => {
    const fake = createFakeClient();
    const store = createLateGeneration(fake.client);
    store.subscribe(ignore);
    const ended = store.start(request);
    await store[name]();
    await ended;
    expect(store.getSnapshot()).toEqual({ status: "idle" });
    await code.arrive();
    await flush();
    expect(fake.runs).toEqual([]);
    expect(store.getSnapshot()).toEqual({ status: "idle" });
    void store.start(other);
    await flush();
    expect(fake.runs.map((run) => run.request)).toEqual([other]);
  });

  it("sends nothing where the second press cancels what both had begun", async () => {
    const fake = createFakeClient();
    const store = createLateGeneration(fake.client);
    void store.start(request);
    void store.start(other);
    await store.cancel();
    await code.arrive();
    await flush();
    expect(fake.runs).toEqual([]);
  });

  it("sends nothing once all who listened have left", async () => {
    const fake = createFakeClient();
    const store = createLateGeneration(fake.client);
    const leave = store.subscribe(ignore);
    const ended = store.start(request);
    leave();
    await code.arrive();
    await ended;
    await flush();
    expect(fake.runs).toEqual([]);
    expect(store.getSnapshot()).toEqual({ status: "idle" });
  });

  it("begins for whoever has come in the place of one who left", async () => {
    const fake = createFakeClient();
    const store = createLateGeneration(fake.client);
    const leave = store.subscribe(ignore);
    void store.start(request);
    leave();
    store.subscribe(ignore);
    await code.arrive();
    await flush();
    expect(fake.runs).toHaveLength(1);
  });

  it("gives way to one that a reload interrupted", async () => {
    const storage = await createUsedStorage(false);
    const fake = createFakeClient();
    const store = createLateGeneration(fake.client, { storage });
    store.subscribe(ignore);
    const ended = store.start(other);
    await code.arrive();
    await ended;
    await flush();
    expect(fake.runs.map((run) => run.request)).toEqual([request]);
    expect(store.getSnapshot()).toMatchObject({ status: "running", request });
  });
});

describe("a run whose code can't be fetched", () => {
  it("fails without a charge, and begins with the next try", async () => {
    const fake = createFakeClient();
    const store = createLateGeneration(fake.client);
    const states: string[] = [];
    store.subscribe(() => states.push(store.getSnapshot().status));
    const ended = store.start(request);
    await code.fail();
    await ended;
    expect(store.getSnapshot()).toMatchObject({
      status: "failed",
      charged: false,
      error: { kind: "network", reason: "code", outcome: "known", retryable: true },
    });
    void store.retry();
    expect(store.getSnapshot().status).toBe("running");
    await code.arrive();
    await flush();
    expect(fake.runs.map((run) => run.request)).toEqual([request]);
    expect(states).toEqual(expect.arrayContaining(["running", "failed"]));
  });

  it("stays failed when the code comes by itself, and is begun by Retry alone", async () => {
    const fake = createFakeClient();
    const store = createLateGeneration(fake.client);
    store.subscribe(ignore);
    void store.start(request);
    await code.fail();
    void code.load();
    await code.arrive();
    await flush();
    expect(fake.runs).toEqual([]);
    expect(store.getSnapshot().status).toBe("failed");
    void store.retry();
    expect(store.getSnapshot()).toMatchObject({ status: "running" });
    await flush();
    expect(fake.runs.map((run) => run.request)).toEqual([request]);
    fake.run().succeed();
    await flush();
    expect(store.getSnapshot().status).toBe("succeeded");
    void store.regenerate();
    await flush();
    expect(fake.runs).toHaveLength(2);
  });

  it("keeps the image that a storage has beneath", async () => {
    const storage = await createUsedStorage(true);
    const store = createLateGeneration(createFakeClient().client, { storage });
    store.subscribe(ignore);
    void store.start(other);
    await code.fail();
    void code.load();
    await code.arrive();
    expect(store.getSnapshot()).toMatchObject({ status: "failed", previous: { id: "gen_1" } });
    store.reset();
    expect(store.getSnapshot()).toEqual({ status: "idle" });
    expect(createGeneration(createFakeClient().client, { storage }).getSnapshot().status).toBe("idle");
  });
});

describe("what a storage holds", () => {
  it("is told to all who listen, once the code is there", async () => {
    const storage = await createUsedStorage(true);
    const store = createLateGeneration(createFakeClient().client, { storage });
    const listener = vi.fn();
    store.subscribe(() => listener(store.getSnapshot().status));
    expect(store.getSnapshot()).toEqual({ status: "idle" });
    await code.arrive();
    expect(listener).toHaveBeenLastCalledWith("succeeded");
  });

  it("is forgotten by a reset that came first", async () => {
    const storage = await createUsedStorage(true);
    const store = createLateGeneration(createFakeClient().client, { storage });
    store.subscribe(ignore);
    store.reset();
    await code.arrive();
    expect(store.getSnapshot()).toEqual({ status: "idle" });
  });

  it("is waited for again once, also where effects run twice", async () => {
    const storage = await createUsedStorage(false);
    const fake = createFakeClient();
    const store = createLateGeneration(fake.client, { storage });
    store.subscribe(ignore)();
    store.subscribe(ignore);
    await code.arrive();
    await flush();
    expect(fake.runs).toHaveLength(1);
    expect(store.getSnapshot().status).toBe("running");
  });
});

describe("what is asked of a store before its code is there", () => {
  it("offers keep their order, and those that were taken back are none", async () => {
    const storage = await createUsedStorage(true);
    const fake = createFakeClient();
    const store = createLateGeneration(fake.client, { storage });
    store.subscribe(ignore);
    store.offer(request);
    store.offer(other);
    store.offer(request)();
    await code.arrive();
    void store.regenerate();
    await flush();
    expect(fake.runs.map((run) => run.request)).toEqual([other]);
  });

  it("an offer is taken back after the code has come, too", async () => {
    const storage = await createUsedStorage(true);
    const fake = createFakeClient();
    const store = createLateGeneration(fake.client, { storage });
    store.subscribe(ignore);
    const takeBack = store.offer(other);
    await code.arrive();
    takeBack();
    void store.regenerate();
    await flush();
    expect(fake.runs.map(({ request: sent }) => sent.config.prompt.template)).not.toContain("An owl");
  });

  it("is done without the code where it is there already", async () => {
    await code.arrive();
    const fake = createFakeClient();
    const store = createLateGeneration(fake.client);
    void store.start(request);
    await flush();
    expect([fake.runs.length, code.fetches]).toEqual([1, 0]);
  });

  it("a listener that throws keeps none of the others from hearing", async () => {
    const report = vi.fn();
    vi.stubGlobal("reportError", report);
    const store = createLateGeneration(createFakeClient().client);
    const heard = vi.fn();
    store.subscribe(() => {
      throw new Error("mine");
    });
    store.subscribe(heard);
    void store.start(request);
    expect(heard).toHaveBeenCalled();
    expect(report).toHaveBeenCalled();
    vi.unstubAllGlobals();
  });
});
