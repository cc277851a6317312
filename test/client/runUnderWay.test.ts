import { isUnknownOutcome } from "image-generation-node/client";
import { catchError } from "./catchError.js";
import { describe, expect, it } from "vitest";
import { createTestClient, event, json, problem, startFaultServer, stream, text } from "./faultServer.js";
import { createSampleCatalog, createSampleGeneration, sampleRequest } from "./samples.js";

const generation = createSampleGeneration();
const ok = json(200, generation);
const started = event("started", { id: "gen_1" });
const result = event("result", generation);

describe("a run that is under way", () => {
  const inProgress = problem(409, { kind: "idempotency_in_progress", id: "gen_1", retryAfterMs: 400 });

  it("is waited for by its id, however often it takes", async () => {
    const server = await startFaultServer();
    const running = json(200, { id: "gen_1", status: "running", stage: "image", retryAfterMs: 300 });
    server.answer(inProgress, running, running, running, running, ok);
    const events: string[] = [];
    const { client, pauses } = createTestClient({ baseUrl: server.baseUrl });
    const done = await client.generate(sampleRequest, { onEvent: (next) => events.push(next.event) });
    expect(done.id).toBe("gen_1");
    expect(server.seen.map((entry) => entry.method)).toEqual(["POST", "GET", "GET", "GET", "GET", "GET"]);
    expect(server.seen[1]?.path).toBe("/api/generations/gen_1");
    expect(pauses).toEqual([300, 300, 300, 300]);
    expect(events).toEqual(["started", "started", "stage"]);
  });

  it("is asked for with the same key where the back end has no runs", async () => {
    const server = await startFaultServer();
    server.answer(inProgress, text(404, "no such page"), inProgress, inProgress, inProgress, ok);
    const { client, pauses } = createTestClient({ baseUrl: server.baseUrl });
    await client.generate(sampleRequest);
    expect(server.seen.map((entry) => entry.method)).toEqual(["POST", "GET", "POST", "POST", "POST", "POST"]);
    expect(new Set(server.keys()).size).toBe(1);
    expect(pauses).toEqual([400, 400, 400, 400]);
  });

  it("is never looked for by id when the catalog said that there are no runs", async () => {
    const server = await startFaultServer();
    server.answer(json(200, createSampleCatalog({ runs: false })), inProgress, ok);
    const { client } = createTestClient({ baseUrl: server.baseUrl });
    await client.catalog();
    await client.generate(sampleRequest);
    expect(server.seen.map((entry) => entry.method)).toEqual(["GET", "POST", "POST"]);
  });

  it("stays unknown when a look at it, or the same key, is refused", async () => {
    const unauthorized = problem(401, { kind: "unauthorized", charged: false });
    const byId = await startFaultServer();
    byId.answer(inProgress, unauthorized);
    const byKey = await startFaultServer();
    byKey.answer(inProgress, text(404, "no such page"), unauthorized);
    const accepted = await startFaultServer();
    accepted.answer(json(202, { id: "gen_1", status: "queued" }), unauthorized);
    for (const server of [byId, byKey, accepted]) {
      const { client } = createTestClient({ baseUrl: server.baseUrl });
      const error = await catchError(client.generate(sampleRequest));
      expect([isUnknownOutcome(error), error.kind, error.charged, error.id]).toEqual([
        true,
        "unauthorized",
        null,
        "gen_1",
      ]);
    }
  });

  it("is polled after a 202", async () => {
    const server = await startFaultServer();
    const queued = json(202, { id: "gen_1", status: "queued" }, { "Retry-After": "3" });
    server.answer(
      queued,
      json(200, { ...generation, status: "running", output: undefined, image: undefined }),
      ok,
    );
    const { client, pauses } = createTestClient({ baseUrl: server.baseUrl });
    expect(await client.generate(sampleRequest, { respondAsync: true })).toEqual(generation);
    expect(server.seen[0]?.headers.prefer).toBe("respond-async");
    expect(server.seen.map((entry) => entry.method)).toEqual(["POST", "GET", "GET"]);
    expect(pauses).toEqual([3000, 1000]);
    expect(server.seen[1]?.headers.accept).toBe("application/json");
  });

  it("ends as its problem says, and that is not asked again", async () => {
    const server = await startFaultServer();
    const failed = json(200, {
      id: "gen_1",
      status: "failed",
      problem: { kind: "no_image", status: 502, charged: true },
    });
    server.answer(json(202, { id: "gen_1", status: "running" }), failed);
    const { client } = createTestClient({ baseUrl: server.baseUrl });
    const error = await catchError(client.generate(sampleRequest));
    expect(error).toMatchObject({ kind: "no_image", charged: true, id: "gen_1" });
    expect(server.seen).toHaveLength(2);
  });

  it("is rejoined by stream, and a cut look is repeated", async () => {
    const server = await startFaultServer();
    server.answer(stream([started], "cut"), stream([started, result]));
    const { client } = createTestClient({ baseUrl: server.baseUrl });
    expect((await client.rejoin("gen/1")).id).toBe("gen_1");
    expect(server.seen.map((entry) => `${entry.method} ${entry.path}`)).toEqual(
      Array(2).fill("GET /api/generations/gen%2F1"),
    );
  });

  it("is looked at again and again where no stream is wanted", async () => {
    const server = await startFaultServer();
    server.answer(json(200, { id: "gen_1", status: "queued" }), ok);
    const { client } = createTestClient({ baseUrl: server.baseUrl });
    await client.rejoin("gen_1", { stream: false });
    expect(server.seen.map((entry) => entry.headers.accept)).toEqual(Array(2).fill("application/json"));
  });

  it("is cancelled by DELETE", async () => {
    const server = await startFaultServer();
    server.answer(json(200, { id: "gen_1", status: "cancelled" }));
    const { client } = createTestClient({ baseUrl: server.baseUrl });
    await client.cancel("gen_1");
    expect(server.seen.map((entry) => `${entry.method} ${entry.path}`)).toEqual([
      "DELETE /api/generations/gen_1",
    ]);
  });

  it.each([
    ["405", text(405, "")],
    ["404 without a problem", text(404, "not here")],
  ])("can't be cancelled where the answer is %s, and that is said", async (_name, answer) => {
    const server = await startFaultServer();
    server.answer(answer);
    const { client } = createTestClient({ baseUrl: server.baseUrl });
    expect(await catchError(client.cancel("gen_1"))).toMatchObject({ kind: "unsupported" });
  });

  it("that nobody knows is not found, which is not the same as unsupported", async () => {
    const server = await startFaultServer();
    server.answer(problem(404, { kind: "not_found" }));
    const { client } = createTestClient({ baseUrl: server.baseUrl });
    expect(await catchError(client.cancel("gen_1"))).toMatchObject({ kind: "not_found" });
  });
});
