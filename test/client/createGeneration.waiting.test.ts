import { describe, expect, it } from "vitest";
import { event, hang, json, problem, startFaultServer, stream } from "./faultServer.js";
import type { GenerationStore } from "image-generation-node/client";
import type { FaultServer, Responder } from "./faultServer.js";
import { createStore, until } from "./generationStore.js";
import { holdWaits } from "./holdWaits.js";
import { createSampleCatalog, createSampleGeneration, sampleRequest } from "./samples.js";

const generation = createSampleGeneration();
const started = event("started", { id: "gen_1" });
const ok = json(200, generation);

/** A run that the server has begun and whose wait has ended. */
async function startAndWaitInVain(store: GenerationStore): Promise<void> {
  const waits = holdWaits();
  const running = store.start(sampleRequest);
  await until(store, (state) => state.id !== undefined);
  waits.end();
  await running;
}

const posts = (server: FaultServer) => server.seen.filter((entry) => entry.method === "POST");

describe("createGeneration when the wait ends", () => {
  it("does not pay twice when a rejoin is refused and retried later", async () => {
    const server = await startFaultServer();
    server.answer(stream([started], "open"), problem(401, { kind: "unauthorized", charged: false }), ok);
    const store = createStore(server);
    await startAndWaitInVain(store);
    await store.rejoin();
    expect(store.getSnapshot()).toMatchObject({
      status: "failed",
      id: "gen_1",
      error: { kind: "unauthorized", charged: null },
    });
    await store.retry();
    expect(store.getSnapshot().status).toBe("succeeded");
    expect(new Set(server.keys()).size).toBe(1);
  });

  it("waits when the wait ends, and rejoins by id", async () => {
    const server = await startFaultServer();
    server.answer(stream([started], "open"), ok);
    const store = createStore(server);
    await startAndWaitInVain(store);
    expect(store.getSnapshot()).toMatchObject({
      status: "waiting",
      id: "gen_1",
      error: { kind: "client_timeout" },
    });
    const { startedAt } = store.getSnapshot();
    await store.rejoin();
    expect(store.getSnapshot()).toMatchObject({ status: "succeeded", startedAt });
    expect(server.seen.map((entry) => entry.method)).toEqual(["POST", "GET"]);
  });

  it("rejoins by the same key where no id is known", async () => {
    const server = await startFaultServer();
    server.answer(hang, ok);
    const store = createStore(server);
    const waits = holdWaits();
    const running = store.start(sampleRequest);
    await expect.poll(() => server.seen).toHaveLength(1);
    waits.end();
    await running;
    expect(store.getSnapshot().status).toBe("waiting");
    await Promise.all([store.retry(), store.rejoin(), store.rejoin()]);
    expect(store.getSnapshot().status).toBe("succeeded");
    expect(server.seen).toHaveLength(2);
    expect(server.seen[1]?.key).toBe(server.seen[0]?.key);
    expect(server.seen[1]?.body).toBe(server.seen[0]?.body);
  });

  it("rejoins by key where the back end has no runs, but never pays again for a run that is lost", async () => {
    for (const runs of [false, true]) {
      const server = await startFaultServer();
      const lost = problem(404, { kind: "not_found" });
      server.answer(stream([started], "open"), lost, json(200, createSampleCatalog({ runs })), ok);
      const store = createStore(server);
      await startAndWaitInVain(store);
      await store.rejoin();
      expect(store.getSnapshot().status).toBe(runs ? "failed" : "succeeded");
      expect(posts(server)).toHaveLength(runs ? 1 : 2);
      expect(new Set(server.keys()).size).toBe(1);
    }
  });

  it("stops waiting without ending the run, and cancels as another verb", async () => {
    const server = await startFaultServer();
    const cancelled = json(200, {
      id: "gen_1",
      status: "cancelled",
      problem: { kind: "cancelled", status: 409, charged: false },
    });
    server.answer(stream([started], "open"), cancelled);
    const store = createStore(server);
    const running = store.start(sampleRequest);
    await until(store, (state) => state.id !== undefined);
    store.stopWaiting();
    await running;
    expect(store.getSnapshot()).toMatchObject({ status: "waiting", id: "gen_1" });
    expect(store.getSnapshot().error).toBeUndefined();
    expect(server.seen.map((entry) => entry.method)).toEqual(["POST"]);
    await store.cancel();
    expect(store.getSnapshot()).toMatchObject({ status: "cancelled", charged: false });
    expect(server.seen.map((entry) => entry.method)).toEqual(["POST", "DELETE", "GET"]);
  });

  it("cancels as soon as the id is known", async () => {
    const server = await startFaultServer();
    let say: () => void = () => undefined;
    const slow: Responder = (response) => {
      response.writeHead(200, { "Content-Type": "text/event-stream" }).write(": wait\n\n");
      say = () => response.write(started);
    };
    let end: () => void = () => undefined;
    const cancel: Responder = (response, request) => {
      json(200, { id: "gen_1", status: "cancelled" })(response, request);
      end();
    };
    server.answer(
      (response, request) => {
        slow(response, request);
        end = () => response.end(event("error", { kind: "cancelled", status: 409, charged: false }));
      },
      json(200, createSampleCatalog()),
      cancel,
    );
    const store = createStore(server);
    const running = store.start(sampleRequest);
    await until(store, (state) => state.request !== undefined);
    await store.cancel();
    expect(store.getSnapshot().status).toBe("running");
    say();
    await running;
    expect(store.getSnapshot().status).toBe("cancelled");
    expect(server.seen.map((entry) => entry.method)).toEqual(["POST", "GET", "DELETE"]);
  });

  it("forgets a wish to cancel when the run is asked for again", async () => {
    const server = await startFaultServer();
    let cut: () => void = () => undefined;
    server.answer(
      (response) => {
        cut = () => response.destroy();
      },
      json(200, createSampleCatalog()),
      stream([started, event("result", generation)]),
    );
    const store = createStore(server);
    const running = store.start(sampleRequest);
    await expect.poll(() => server.seen).toHaveLength(1);
    await store.cancel();
    cut();
    await running;
    expect(store.getSnapshot().status).toBe("failed");
    await store.retry();
    expect(store.getSnapshot().status).toBe("succeeded");
    expect(server.seen.map((entry) => entry.method)).toEqual(["POST", "GET", "POST"]);
  });

  it("says when a run can't be cancelled", async () => {
    const server = await startFaultServer();
    server.answer(hang, json(200, createSampleCatalog({ runs: false })));
    const store = createStore(server);
    const running = store.start(sampleRequest);
    await until(store, (state) => state.request !== undefined);
    await expect(store.cancel()).rejects.toMatchObject({ kind: "unsupported" });
    expect(store.getSnapshot().status).toBe("running");
    store.stopWaiting();
    await running;
  });

  it("shows the picture when a cancel came too late", async () => {
    const server = await startFaultServer();
    server.answer(stream([started], "open"), json(200, generation), ok);
    const store = createStore(server);
    await startAndWaitInVain(store);
    await store.cancel();
    expect(store.getSnapshot().status).toBe("succeeded");
  });
});
