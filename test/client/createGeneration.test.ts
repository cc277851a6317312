import { describe, expect, it, onTestFinished, vi } from "vitest";
import { event, json, problem, refuse, startFaultServer, stream } from "./faultServer.js";
import type { FaultServer } from "./faultServer.js";
import { createStorage, createStore, recordStates, until } from "./generationStore.js";
import { createSampleGeneration, sampleRequest } from "./samples.js";

const generation = createSampleGeneration();
const started = event("started", { id: "gen_1" });
const ok = json(200, generation);

const posts = (server: FaultServer) => server.seen.filter((entry) => entry.method === "POST");

describe("createGeneration", () => {
  it("goes from idle over running to succeeded, with all that it learns on the way", async () => {
    const server = await startFaultServer();
    server.answer(
      stream([
        started,
        event("stage", { stage: "prompt", status: "running" }),
        event("prompt", { stages: { resolved: "A fox" } }),
        event("stage", { stage: "image", status: "running" }),
        event("partial_image", { index: 0, b64: "AAAA", mimeType: "image/png" }),
        event("partial_image", { index: 1, b64: "AAAA", mimeType: "image/svg+xml" }),
        event("result", generation),
      ]),
    );
    const store = createStore(server);
    const states = recordStates(store);
    expect(store.getSnapshot()).toEqual({ status: "idle" });
    await store.start(sampleRequest);
    expect(states.map((state) => state.status)).toEqual([...Array(7).fill("running"), "succeeded"]);
    expect(states.at(-2)).toMatchObject({
      id: "gen_1",
      stage: "image",
      stages: { resolved: "A fox" },
      request: sampleRequest,
      partialImage: { url: "data:image/png;base64,AAAA", index: 0 },
    });
    const last = store.getSnapshot();
    expect(last).toMatchObject({ status: "succeeded", generation, charged: true, stages: generation.stages });
    expect(last.partialImage).toBeUndefined();
    expect(last.endedAt).toBeGreaterThanOrEqual(last.startedAt ?? Infinity);
    expect(states.every(Object.isFrozen)).toBe(true);
  });

  it("starts one run when it is started twice", async () => {
    const server = await startFaultServer();
    server.answer(ok);
    const store = createStore(server);
    await Promise.all([
      store.start(sampleRequest),
      store.start(sampleRequest),
      store.regenerate(),
      store.retry(),
    ]);
    expect(posts(server)).toHaveLength(1);
  });

  it("asks a function for the request at each new intent, and starts one run while it thinks", async () => {
    const server = await startFaultServer();
    server.answer(ok);
    let attempt = 0;
    const source = async () => ({ ...sampleRequest, context: { attempt: (attempt += 1) } });
    const store = createStore(server);
    await Promise.all([store.start(source), store.start(source)]);
    await store.regenerate();
    expect(posts(server).map((entry) => JSON.parse(entry.body).context.attempt)).toEqual([1, 2]);
    expect(new Set(server.keys()).size).toBe(2);
  });

  it("fails when the request can't be made, and nothing is sent", async () => {
    const server = await startFaultServer();
    const store = createStore(server);
    await store.start(() => Promise.reject(new Error("no run yet")));
    expect(store.getSnapshot()).toMatchObject({
      status: "failed",
      error: { kind: "invalid_request", message: "no run yet", charged: false },
    });
    expect(server.seen).toHaveLength(0);
  });

  it("keeps the last good picture while another is made and after that failed", async () => {
    const server = await startFaultServer();
    server.answer(ok, problem(422, { kind: "content_blocked", charged: false }));
    const store = createStore(server);
    await store.start(sampleRequest);
    const states = recordStates(store);
    await store.regenerate();
    expect(states[0]).toMatchObject({ status: "running", previous: generation });
    expect(store.getSnapshot()).toMatchObject({ status: "failed", previous: generation, charged: false });
  });

  it("retries a known failure as a new intent, and says whether the last was charged", async () => {
    const server = await startFaultServer();
    server.answer(problem(502, { kind: "no_image", charged: true, id: "gen_0" }), ok);
    const store = createStore(server);
    await store.start(sampleRequest, { idempotencyKey: "mine" });
    expect(store.getSnapshot()).toMatchObject({
      status: "failed",
      id: "gen_0",
      charged: true,
      error: { charged: true },
    });
    await store.retry();
    expect(store.getSnapshot().status).toBe("succeeded");
    expect(server.keys()[0]).toBe("mine");
    expect(server.keys()[1]).toMatch(/^[0-9a-f]{32}$/);
  });

  it("retries an unknown outcome with the same key and bytes, even when the host changed its object", async () => {
    const server = await startFaultServer();
    server.answer(refuse, ok);
    const store = createStore(server);
    const request = structuredClone(sampleRequest);
    await store.start(request);
    expect(store.getSnapshot()).toMatchObject({
      status: "failed",
      error: { kind: "network", charged: null },
    });
    request.config.style = "anime";
    await store.retry();
    expect(store.getSnapshot().status).toBe("succeeded");
    expect(server.seen[1]?.key).toBe(server.seen[0]?.key);
    expect(server.seen[1]?.body).toBe(server.seen[0]?.body);
  });

  it("shows the picture that was there when the request is taken back before it is sent", async () => {
    const server = await startFaultServer();
    server.answer(ok);
    const store = createStore(server);
    let first = true;
    const source = () => (first ? sampleRequest : new Promise<never>(() => undefined));
    await store.start(source);
    first = false;
    void store.regenerate();
    store.stopWaiting();
    expect(store.getSnapshot()).toMatchObject({ status: "succeeded", generation });
    expect(server.seen).toHaveLength(1);
  });

  it("has nothing to retry before a start and after a reset", async () => {
    const server = await startFaultServer();
    server.answer(ok);
    const store = createStore(server);
    await Promise.all([store.retry(), store.regenerate(), store.rejoin(), store.cancel()]);
    await store.start(sampleRequest);
    store.reset();
    await Promise.all([store.retry(), store.regenerate(), store.rejoin(), store.cancel()]);
    expect(server.seen).toHaveLength(1);
    expect(store.getSnapshot()).toEqual({ status: "idle" });
  });

  it("regenerates an unknown outcome with a new key", async () => {
    const server = await startFaultServer();
    server.answer(refuse, ok);
    const store = createStore(server);
    await store.start(sampleRequest);
    await store.regenerate();
    expect(new Set(server.keys()).size).toBe(2);
  });

  it("forgets everything on reset, whatever comes later", async () => {
    const server = await startFaultServer();
    server.answer(stream([started], "open"));
    const storage = createStorage();
    const store = createStore(server, { storage });
    const running = store.start(sampleRequest);
    await until(store, (state) => state.id !== undefined);
    store.reset();
    await running;
    expect(store.getSnapshot()).toEqual({ status: "idle" });
    expect(storage.entries.size).toBe(0);
  });

  it("stops calling a listener that has left", async () => {
    const server = await startFaultServer();
    server.answer(ok);
    const store = createStore(server);
    let calls = 0;
    store.subscribe(() => (calls += 1))();
    await store.start(sampleRequest);
    expect(calls).toBe(0);
  });

  it("calls the other listeners when one throws, and reports its error", async () => {
    const report = vi.fn();
    vi.stubGlobal("reportError", report);
    onTestFinished(() => {
      vi.unstubAllGlobals();
    });
    const server = await startFaultServer();
    server.answer(ok);
    const store = createStore(server);
    const error = new Error("a broken listener");
    const leave = store.subscribe(() => {
      throw error;
    });
    const states = recordStates(store);
    const running = store.start(sampleRequest);
    leave();
    await running;
    expect(states.map((state) => state.status)).toEqual(["running", "running", "succeeded"]);
    expect(report).toHaveBeenCalledExactlyOnceWith(error);
  });
});
