import type { GenerationRequest } from "image-generation-node/contract";
import { describe, expect, it } from "vitest";
import { event, hang, json, problem, refuse, startFaultServer, stream, text } from "./faultServer.js";
import type { Responder } from "./faultServer.js";
import { createStorage, createStore, until } from "./generationStore.js";
import { createSampleGeneration, sampleRequest } from "./samples.js";

const generation = createSampleGeneration();
const started = event("started", { id: "gen_1" });
const ok = json(200, generation);

describe("createGeneration with a storage", () => {
  it("rejoins by id after a reload, once, although it is subscribed to twice", async () => {
    const server = await startFaultServer();
    const storage = createStorage();
    server.answer(stream([started], "open"), ok);
    const before = createStore(server, { storage });
    void before.start(sampleRequest);
    await until(before, (state) => state.id !== undefined);

    const after = createStore(server, { storage });
    expect(after.getSnapshot()).toMatchObject({ status: "waiting", id: "gen_1", request: sampleRequest });
    after.subscribe(() => undefined)();
    await until(after, (state) => state.status === "succeeded");
    expect(server.seen.map((entry) => entry.method)).toEqual(["POST", "GET"]);
    before.stopWaiting();
  });

  it("does not rejoin a second time by itself when the user stopped waiting", async () => {
    const server = await startFaultServer();
    const storage = createStorage();
    server.answer(refuse, hang);
    await createStore(server, { storage }).start(sampleRequest);
    const after = createStore(server, { storage });
    after.subscribe(() => undefined);
    await expect.poll(() => server.seen.length).toBe(2);
    after.stopWaiting();
    after.subscribe(() => undefined);
    expect(after.getSnapshot().status).toBe("waiting");
  });

  it("rejoins by key and bytes after a reload that came before the id", async () => {
    const server = await startFaultServer();
    const storage = createStorage();
    server.answer(hang, ok);
    const before = createStore(server, { storage });
    void before.start(sampleRequest);
    await until(before, (state) => state.request !== undefined);
    await expect.poll(() => server.seen.length).toBe(1);

    const after = createStore(server, { storage });
    await until(after, (state) => state.status === "succeeded");
    expect(server.seen[1]?.key).toBe(server.seen[0]?.key);
    expect(server.seen[1]?.body).toBe(server.seen[0]?.body);
    before.stopWaiting();
  });

  it.each([
    ["picture", ok, { status: "succeeded", generation }],
    [
      "failure",
      problem(422, { kind: "content_blocked", charged: false, detail: "Blocked." }),
      { status: "failed", error: { kind: "content_blocked", message: "Blocked.", charged: false } },
    ],
  ])("shows the %s after a reload and asks nothing", async (_name, answer, expected) => {
    const server = await startFaultServer();
    const storage = createStorage();
    server.answer(answer);
    await createStore(server, { storage }).start(sampleRequest);
    const after = createStore(server, { storage });
    after.subscribe(() => undefined);
    expect(after.getSnapshot()).toMatchObject(expected);
    expect(server.seen).toHaveLength(1);
  });

  describe("of a request with variables", () => {
    const secret = "word-of-another-node";
    const request = {
      ...sampleRequest,
      config: {
        ...sampleRequest.config,
        prompt: { ...sampleRequest.config.prompt, template: "a {{n1.text}}" },
      },
      variables: { n1: { text: secret } },
      context: { workflowName: secret },
      input: { resolved: secret },
    } as GenerationRequest;
    const blocked = problem(422, { kind: "content_blocked", charged: false, detail: "Blocked." });
    const kept = (storage: { entries: Map<string, string> }) => [...storage.entries.values()].join("");

    it.each([
      ["while it runs", hang, true],
      ["after an unknown outcome", text(503, ""), true],
      ["after its image", ok, false],
      ["after a refusal", blocked, false],
      [
        "after it was cancelled",
        problem(409, { kind: "cancelled", charged: false, detail: "Ended." }),
        false,
      ],
      ["after its time was over", problem(504, { kind: "timeout", charged: null, detail: "Late." }), false],
    ])("keeps them only for a rejoin: %s", async (_name, answer, isKept) => {
      const server = await startFaultServer();
      const storage = createStorage();
      server.answer(answer);
      const store = createStore(server, { storage });
      const run = store.start(request);
      await expect.poll(() => server.seen.length).toBe(1);
      if (answer === hang) await until(store, (state) => state.request !== undefined);
      else await run;
      expect(kept(storage).includes(secret)).toBe(isKept);
      store.stopWaiting();
    });

    it("takes them out of a record of an older version", async () => {
      const server = await startFaultServer();
      const storage = createStorage();
      server.answer(ok);
      await createStore(server, { storage, slot: "n" }).start(request);
      const [[name, value] = ["", ""]] = storage.entries;
      storage.setItem(name, JSON.stringify({ ...JSON.parse(value), request, isReduced: undefined }));
      expect(kept(storage)).toContain(secret);
      createStore(server, { storage, slot: "n" });
      expect(kept(storage)).not.toContain(secret);
    });

    it.each(["retry", "regenerate"] as const)(
      "sends no half request on %s after a reload",
      async (action) => {
        const server = await startFaultServer();
        const storage = createStorage();
        server.answer(ok, blocked, ok);
        await createStore(server, { storage }).start(request);
        const after = createStore(server, { storage });
        expect(after.getSnapshot()).toMatchObject({ status: "succeeded", isRepeatable: false });
        await after[action]();
        expect(server.seen).toHaveLength(1);

        const withdraw = after.offer(request);
        expect(after.getSnapshot().isRepeatable).toBeUndefined();
        withdraw();
        expect(after.getSnapshot().isRepeatable).toBe(false);
        after.offer(() => request);
        await after[action]();
        expect(server.seen[1]?.body).toBe(server.seen[0]?.body);
        expect(server.seen[1]?.key).not.toBe(server.seen[0]?.key);
        // What was started since the page loaded is repeated as it was.
        await after[action]();
        expect(server.seen[2]?.body).toBe(server.seen[0]?.body);
      },
    );

    it("repeats a request that had nothing but its configuration", async () => {
      const server = await startFaultServer();
      const storage = createStorage();
      server.answer(ok, ok);
      await createStore(server, { storage }).start({ config: sampleRequest.config });
      const after = createStore(server, { storage });
      expect(after.getSnapshot().isRepeatable).toBeUndefined();
      await after.regenerate();
      expect(server.seen[1]?.body).toBe(server.seen[0]?.body);
    });
  });

  it("asks again after a reload when the outcome was unknown", async () => {
    const server = await startFaultServer();
    const storage = createStorage();
    server.answer(text(503, ""), ok);
    await createStore(server, { storage }).start(sampleRequest);
    const after = createStore(server, { storage });
    await until(after, (state) => state.status === "succeeded");
    expect(new Set(server.keys()).size).toBe(1);
  });

  it("keeps the slots of two nodes apart", async () => {
    const server = await startFaultServer();
    const storage = createStorage();
    server.answer(ok);
    await createStore(server, { storage, slot: "a" }).start(sampleRequest);
    expect(createStore(server, { storage, slot: "b" }).getSnapshot().status).toBe("idle");
    expect(createStore(server, { storage, slot: "a" }).getSnapshot().status).toBe("succeeded");
  });

  it("does not let an older run of another tab overwrite a newer one", async () => {
    const server = await startFaultServer();
    const storage = createStorage();
    let finish: () => void = () => undefined;
    const slow: Responder = (response, request) => {
      finish = () => json(200, createSampleGeneration("gen_old"))(response, request);
    };
    server.answer(slow, json(200, createSampleGeneration("gen_new")));
    const oldTab = createStore(server, { storage });
    const newTab = createStore(server, { storage });
    const running = oldTab.start(sampleRequest);
    await expect.poll(() => server.seen.length).toBe(1);
    await newTab.start(sampleRequest);
    finish();
    await running;
    expect(oldTab.getSnapshot()).toMatchObject({ status: "succeeded", generation: { id: "gen_old" } });
    expect(createStore(server, { storage }).getSnapshot()).toMatchObject({ generation: { id: "gen_new" } });
    oldTab.reset();
    expect(createStore(server, { storage }).getSnapshot()).toMatchObject({ generation: { id: "gen_new" } });
  });

  it("forgets a run without an end after a day, since its key would pay again", async () => {
    const server = await startFaultServer();
    const storage = createStorage();
    server.answer(refuse);
    await createStore(server, { storage, slot: "n" }).start(sampleRequest);
    const [name = "", value = ""] = [...storage.entries][0] ?? [];
    const record = JSON.parse(value) as { startedAt: number };
    storage.setItem(name, JSON.stringify({ ...record, startedAt: record.startedAt - 25 * 60 * 60 * 1000 }));
    const after = createStore(server, { storage, slot: "n" });
    after.subscribe(() => undefined);
    expect(after.getSnapshot()).toEqual({ status: "idle" });
    expect(server.seen).toHaveLength(1);
  });

  it.each([
    ["not JSON", "{"],
    ["null", "null"],
    ["another version", '{"version":9}'],
    ["a broken request", '{"version":1,"key":"k","startedAt":1,"request":{}}'],
  ])("ignores a stored value that is %s", async (_name, value) => {
    const server = await startFaultServer();
    const storage = { ...createStorage(), getItem: () => value };
    expect(createStore(server, { storage }).getSnapshot()).toEqual({ status: "idle" });
  });

  it("runs without its storage when that throws", async () => {
    const server = await startFaultServer();
    server.answer(ok);
    const broken = () => {
      throw new Error("QuotaExceededError");
    };
    const store = createStore(server, { storage: { getItem: broken, setItem: broken, removeItem: broken } });
    await store.start(sampleRequest);
    expect(store.getSnapshot().status).toBe("succeeded");
    store.reset();
    expect(store.getSnapshot().status).toBe("idle");
  });
});
