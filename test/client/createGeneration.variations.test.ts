import type { GenerationStorage } from "image-generation-node/client";
import { forgetNode } from "image-generation-node/client";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { hang, json, problem, startFaultServer } from "./faultServer.js";
import type { FaultServer, Responder } from "./faultServer.js";
import { createStorage, createStore, recordStates, until } from "./generationStore.js";
import { createSampleGeneration, sampleRequest } from "./samples.js";
import { numberOf, startProvider } from "./startProvider.js";

const SLOT = "n";
const open = (server: FaultServer, storage: GenerationStorage = createStorage()) =>
  createStore(server, { storage, slot: SLOT });

const blocked = problem(422, { kind: "content_blocked", charged: false });
const ids = (store: ReturnType<typeof createStore>) =>
  store.getSnapshot().variations?.map((each) => each.generation?.id.slice(0, 5));

describe("createGeneration with several images", () => {
  it("asks for each by a key and a number of its own, and for one as ever", async () => {
    const { server, charged } = await startProvider();
    const store = open(server);
    await store.start(sampleRequest, { count: 4 });
    expect(server.seen.map(numberOf).toSorted()).toEqual([1, 2, 3, 4]);
    expect(new Set(server.keys()).size).toBe(4);
    expect(charged.size).toBe(4);
    expect(ids(store)).toEqual(["gen_1", "gen_2", "gen_3", "gen_4"]);
    expect(store.getSnapshot().status).toBe("succeeded");

    await store.start(sampleRequest);
    expect(server.seen.at(-1)?.body).toBe(JSON.stringify(sampleRequest));
    expect(store.getSnapshot().variations).toBeUndefined();
  });

  it("reads the input once, and lets each image differ", async () => {
    const { server } = await startProvider();
    let reads = 0;
    const source = () => {
      reads += 1;
      return sampleRequest;
    };
    await open(server).start(source, {
      count: 3,
      vary: (request, number) => ({
        ...request,
        variables: { trigger: { output: { style: `s${number}` } } },
      }),
    });
    expect(reads).toBe(1);
    const styles = server.seen.map((request) => {
      const { variables } = JSON.parse(request.body) as {
        variables: { trigger: { output: { style: string } } };
      };
      return `${numberOf(request)} ${variables.trigger.output.style}`;
    });
    expect(styles.toSorted()).toEqual(["1 s1", "2 s2", "3 s3"]);
  });

  it("is running while one is, and keeps what the others have when one fails", async () => {
    let release: () => void = () => undefined;
    const held: Responder = (response, request) => {
      release = () => json(200, createSampleGeneration("gen_2_late"))(response, request);
    };
    const { server } = await startProvider({ 2: [held], 3: [blocked] });
    const store = open(server);
    const run = store.start(sampleRequest, { count: 4 });
    await until(
      store,
      ({ variations }) =>
        variations?.map(({ status }) => status).join() === "succeeded,running,failed,succeeded",
    );
    expect(store.getSnapshot()).toMatchObject({ status: "running", chosen: expect.any(Number) });
    // Nothing begins meanwhile.
    await store.start(sampleRequest);
    expect(server.seen).toHaveLength(4);
    release();
    await run;
    expect(store.getSnapshot()).toMatchObject({ status: "succeeded", error: undefined });
    expect(store.getSnapshot().variations?.[2]).toMatchObject({ status: "failed", charged: false });
  });

  it("has failed only where none has an image, with the reason", async () => {
    const { server } = await startProvider({ 1: [blocked], 2: [blocked] });
    const store = open(server);
    await store.start(sampleRequest, { count: 2 });
    expect(store.getSnapshot()).toMatchObject({
      status: "failed",
      charged: false,
      error: { kind: "content_blocked" },
    });
    await store.retry();
    expect(store.getSnapshot().status).toBe("succeeded");
    expect(ids(store)).toEqual(["gen_1", "gen_2"]);
  });

  it("takes the first that arrived until a person chooses", async () => {
    const held: Responder = (response, request) =>
      void setTimeout(() => json(200, createSampleGeneration("gen_1"))(response, request), 30);
    const { server } = await startProvider({ 1: [held] });
    const store = open(server);
    await store.start(sampleRequest, { count: 2 });
    expect(store.getSnapshot()).toMatchObject({
      chosen: 1,
      generation: { id: expect.stringMatching(/^gen_2/) },
    });
    store.choose(0);
    expect(store.getSnapshot()).toMatchObject({ chosen: 0, generation: { id: "gen_1" } });
    // Nothing to choose there.
    store.choose(7);
    expect(store.getSnapshot().chosen).toBe(0);
  });

  it("stays with the first that arrived when another arrives in the same millisecond", async () => {
    const clock = vi.spyOn(Date, "now").mockReturnValue(Date.now());
    onTestFinished(() => clock.mockRestore());
    let release: () => void = () => undefined;
    const held: Responder = (response, request) => {
      release = () => json(200, createSampleGeneration("gen_1"))(response, request);
    };
    const { server } = await startProvider({ 1: [held] });
    const store = open(server);
    const run = store.start(sampleRequest, { count: 2 });
    await until(store, ({ chosen }) => chosen === 1);
    release();
    await run;
    expect(store.getSnapshot()).toMatchObject({ status: "succeeded", chosen: 1 });
  });

  it("finds all of them and the choice after a reload, asking for nothing that has ended", async () => {
    const storage = createStorage();
    const { server, charged } = await startProvider({ 3: [blocked] });
    const before = open(server, storage);
    await before.start(sampleRequest, { count: 4 });
    before.choose(3);
    const after = open(server, storage);
    await until(after, ({ variations }) => variations !== undefined);
    expect(after.getSnapshot().variations?.map(({ status }) => status)).toEqual([
      "succeeded",
      "succeeded",
      "failed",
      "succeeded",
    ]);
    expect(after.getSnapshot()).toMatchObject({ chosen: 3, generation: { id: before.getSnapshot().id } });
    expect(server.seen).toHaveLength(4);
    expect(charged.size).toBe(3);
  });

  it("pays four times, never five, when a reload and another tab ask in the middle of it", async () => {
    const storage = createStorage();
    const { server, charged } = await startProvider({ 1: [hang], 2: [hang], 3: [hang], 4: [hang] });
    const first = open(server, storage);
    void first.start(sampleRequest, { count: 4 });
    await expect.poll(() => server.seen.length).toBe(4);
    const [second, third] = [open(server, storage), open(server, storage)];
    await Promise.all([second, third].map((tab) => until(tab, ({ status }) => status === "succeeded")));
    expect(new Set(server.keys()).size).toBe(4);
    expect(charged.size).toBe(4);
    expect(ids(second)).toEqual(ids(third));
    first.stopWaiting();
    await first.rejoin();
    expect(charged.size).toBe(4);
    expect(new Set(server.seen.map(({ body }) => body)).size).toBe(4);
  });

  it.each([
    ["was not charged, which frees its key", false, 2],
    ["may have been charged, which keeps it", null, 3],
  ])("pays once when two tabs repeat a failure that %s", async (_, wasCharged, keys) => {
    const storage = createStorage();
    const { server, charged } = await startProvider({
      2: [problem(502, { kind: "no_image", charged: wasCharged })],
    });
    const first = open(server, storage);
    await first.start(sampleRequest, { count: 2 });
    const second = open(server, storage);
    second.offer(sampleRequest);
    await until(second, ({ variations }) => variations !== undefined);
    await first.getVariation(1)?.retry();
    await second.getVariation(1)?.retry();
    expect(charged.size).toBe(2);
    expect(second.getSnapshot().variations?.[1]?.generation).toEqual(
      first.getSnapshot().variations?.[1]?.generation,
    );
    expect(new Set(server.keys()).size).toBe(keys);
    // Nobody asks for a third because the second came just before the click.
    await first.getVariation(1)?.retry();
    expect(charged.size).toBe(2);
  });

  it("ends one alone, and all together", async () => {
    const server = await startFaultServer();
    server.answer((response, request) => {
      const send = request.method === "POST" ? hang : json(200, { id: "x", status: "cancelled" });
      send(response, request);
    });
    const store = open(server);
    void store.start(sampleRequest, { count: 3 });
    await expect.poll(() => server.seen.length).toBe(3);
    store.getVariation(0)?.stopWaiting();
    expect(store.getSnapshot().variations?.map(({ status }) => status)).toEqual([
      "waiting",
      "running",
      "running",
    ]);
    expect(store.getSnapshot().status).toBe("running");
    store.stopWaiting();
    expect(store.getSnapshot().status).toBe("waiting");
  });

  it("keeps the last good image when a later run has none", async () => {
    const { server } = await startProvider({ 0: [blocked] });
    const store = open(server);
    await store.start(sampleRequest, { count: 2 });
    store.choose(1);
    const { generation } = store.getSnapshot();
    await store.start(sampleRequest);
    expect(store.getSnapshot()).toMatchObject({ status: "failed", previous: { id: generation?.id } });
  });

  it("does not show them after a reload once a single run came later, and tells what was still open", async () => {
    const storage = createStorage();
    const { server } = await startProvider({ 1: [hang] });
    const before = open(server, storage);
    void before.start(sampleRequest, { count: 2 });
    await until(before, ({ variations }) => variations?.[1]?.status === "succeeded");
    before.stopWaiting();
    await new Promise((resolve) => setTimeout(resolve, 2));
    await before.start(sampleRequest);
    const after = open(server, storage);
    await until(after, ({ earlier = [] }) => earlier.length === 2);
    expect(after.getSnapshot().status).toBe("succeeded");
    expect(after.getSnapshot().variations).toBeUndefined();
    expect(
      after
        .getSnapshot()
        .earlier?.map(({ generation }) => generation.id.slice(0, 5))
        .toSorted(),
    ).toEqual(["gen_1", "gen_2"]);
  });

  it("repeats all as a new intent", async () => {
    const { server, charged } = await startProvider();
    const store = open(server);
    await store.start(sampleRequest, { count: 2, idempotencyKey: "mine" });
    expect(server.keys().toSorted()).toEqual(["mine.1", "mine.2"]);
    await store.regenerate();
    expect(charged.size).toBe(4);
    expect(store.getSnapshot().variations).toHaveLength(2);
  });

  it("shows a running state at once, and one start of a double click", async () => {
    const { server } = await startProvider();
    const store = open(server);
    const states = recordStates(store);
    const runs = [store.start(sampleRequest, { count: 2 }), store.start(sampleRequest, { count: 2 })];
    expect(store.getSnapshot().status).toBe("running");
    await Promise.all(runs);
    expect(server.seen).toHaveLength(2);
    expect(states.every((state) => Object.isFrozen(state))).toBe(true);
  });

  it("is forgotten with its node, and by reset", async () => {
    const { server } = await startProvider();
    const storage = createStorage();
    await open(server, storage).start(sampleRequest, { count: 3 });
    forgetNode(storage, SLOT);
    expect([...storage.entries.keys()]).toEqual([]);
    const store = open(server, storage);
    await store.start(sampleRequest, { count: 3 });
    store.reset();
    expect(store.getSnapshot()).toEqual({ status: "idle" });
    expect([...storage.entries.keys()]).toEqual([]);
  });

  it.each(["{", "[]", '{"version":1}', '{"version":1,"key":"k","count":99,"startedAt":1}'])(
    "does not trust a storage that holds %s",
    async (text) => {
      const storage = createStorage();
      storage.setItem("image-generation-node:variations:n", text);
      const { server } = await startProvider();
      const store = open(server, storage);
      store.subscribe(() => undefined);
      await store.start(sampleRequest);
      expect(store.getSnapshot().status).toBe("succeeded");
      expect(store.getSnapshot().variations).toBeUndefined();
    },
  );
});
