import { catchError } from "./catchError.js";
import { isUnknownOutcome } from "image-generation-node/client";
import { ERROR_KINDS, ImageNodeError } from "image-generation-node/contract";
import { describe, expect, it } from "vitest";
import {
  createTestClient,
  event,
  json,
  problem,
  refuse,
  startFaultServer,
  stream,
  text,
} from "./faultServer.js";
import type { Responder } from "./faultServer.js";
import { createSampleGeneration, sampleRequest } from "./samples.js";

const generation = createSampleGeneration();
const ok = json(200, generation);
const started = event("started", { id: "gen_1" });
const result = event("result", generation);

describe("an unknown outcome", () => {
  const whole = JSON.stringify(generation);
  const cut: Responder = (response) => {
    response.writeHead(200, { "Content-Type": "application/json", "Content-Length": String(whole.length) });
    response.write(whole.slice(0, 40), () => response.destroy());
  };
  const cases: [string, Responder][] = [
    ["a connection that is taken away", refuse],
    ["an answer cut in its body", cut],
    ["an empty 200", text(200, "")],
    ["a 204", text(204, "")],
    ["truncated JSON", text(200, whole.slice(0, -5), { "Content-Type": "application/json" })],
    ["HTML with 200", text(200, "<html>hello</html>", { "Content-Type": "text/html" })],
    ["HTML with 502", text(502, "<html>bad gateway</html>", { "Content-Type": "text/html" })],
    ["a bare 503", text(503, "")],
    ["a bare 504", text(504, "")],
    ["a stream that ends without a result", stream([started])],
    ["a stream cut in an event", stream([started, result.slice(0, 60)], "cut")],
    ["a stream whose result is cut JSON", stream(['event: result\ndata: {"id":\n\n'])],
  ];

  it.each(cases)("%s is asked again with the same key and the same bytes", async (_name, fault) => {
    const server = await startFaultServer();
    server.answer(fault, ok);
    const { client, pauses } = createTestClient({ baseUrl: server.baseUrl });
    expect((await client.generate(sampleRequest)).id).toBe("gen_1");
    expect(server.seen).toHaveLength(2);
    expect(server.seen[1]?.key).toBe(server.seen[0]?.key);
    expect(server.seen[1]?.body).toBe(server.seen[0]?.body);
    expect(pauses).toEqual([250]);
  });

  it.each(cases)("%s is given up after two repeats", async (_name, fault) => {
    const server = await startFaultServer();
    server.answer(fault);
    const { client, pauses } = createTestClient({ baseUrl: server.baseUrl });
    expect(await catchError(client.generate(sampleRequest))).toMatchObject({
      kind: "network",
      charged: null,
    });
    expect(new Set(server.keys()).size).toBe(1);
    expect(server.seen).toHaveLength(3);
    expect(pauses).toEqual([250, 500]);
  });

  it("knows the run that a broken stream had named", async () => {
    const server = await startFaultServer();
    server.answer(stream([started]));
    const { client } = createTestClient({ baseUrl: server.baseUrl, maxRetries: 0 });
    expect(await catchError(client.generate(sampleRequest))).toMatchObject({ kind: "network", id: "gen_1" });
  });

  it("is what a server that is not there gives", async () => {
    const server = await startFaultServer();
    await server.close();
    const { client } = createTestClient({ baseUrl: server.baseUrl });
    expect(await catchError(client.generate(sampleRequest))).toMatchObject({
      kind: "network",
      charged: null,
    });
  });

  it("is what a stream without heartbeats becomes", async () => {
    const server = await startFaultServer();
    server.answer(stream([started], "open"), ok);
    const { client } = createTestClient({ baseUrl: server.baseUrl }, { stallMs: 60 });
    expect((await client.generate(sampleRequest)).id).toBe("gen_1");
    expect(server.keys()).toHaveLength(2);
  });

  it("is what a failing `headers` function leaves, and it is asked again", async () => {
    const server = await startFaultServer();
    server.answer(ok);
    let calls = 0;
    const headers = () => {
      calls += 1;
      if (calls === 1) throw new Error("no token");
      return { Authorization: "Bearer 2" };
    };
    const { client } = createTestClient({ baseUrl: server.baseUrl, headers });
    await client.generate(sampleRequest);
    expect(server.seen.map((entry) => entry.headers.authorization)).toEqual(["Bearer 2"]);
  });

  it.each([
    ["a login that has ended", problem(401, { kind: "unauthorized", charged: false })],
    ["a limit", problem(429, { kind: "rate_limited", charged: false, retryAfterMs: 3_600_000 })],
    ["something else than the back end", text(403, "blocked by the firewall")],
    ["a page to log in at", text(302, "", { Location: "/login" })],
  ])("stays unknown when the second question is refused by %s", async (_name, refusal) => {
    const server = await startFaultServer();
    server.answer(refuse, refusal);
    const { client } = createTestClient({ baseUrl: server.baseUrl });
    const error = await catchError(client.generate(sampleRequest));
    expect(isUnknownOutcome(error)).toBe(true);
    expect(error.charged).toBeNull();
    expect(server.seen).toHaveLength(2);
  });

  it.each([
    ["is not found", problem(404, { kind: "not_found", charged: false })],
    ["is asked for in vain", problem(500, { kind: "internal", charged: false })],
  ])("leaves its charge open when the run %s later", async (_name, lost) => {
    const server = await startFaultServer();
    server.answer(json(202, { id: "gen_1", status: "running" }), lost);
    const { client } = createTestClient({ baseUrl: server.baseUrl });
    const error = await catchError(client.generate(sampleRequest));
    expect([isUnknownOutcome(error), error.charged, error.id]).toEqual([false, null, "gen_1"]);
  });

  it("is none when the first question is refused", async () => {
    const server = await startFaultServer();
    server.answer(problem(401, { kind: "unauthorized", charged: false }));
    const { client } = createTestClient({ baseUrl: server.baseUrl });
    const error = await catchError(client.generate(sampleRequest));
    expect([isUnknownOutcome(error), error.charged]).toEqual([false, false]);
  });

  it("is over when the run itself says how it ended", async () => {
    const server = await startFaultServer();
    const failed = event("error", { kind: "rate_limited", status: 429, charged: false });
    server.answer(stream([started], "cut"), stream([started, failed]));
    const { client } = createTestClient({ baseUrl: server.baseUrl, maxRetries: 1 });
    const error = await catchError(client.generate(sampleRequest));
    expect([isUnknownOutcome(error), error.charged]).toEqual([false, false]);
  });
});

describe("the outcome of an ImageNodeError", () => {
  it("is unknown by default for the kinds whose table entry says so", () => {
    const unknown = Object.keys(ERROR_KINDS).filter(
      (kind) => new ImageNodeError({ kind }).outcome === "unknown",
    );
    expect(unknown).toEqual(["network", "client_timeout"]);
    expect(new ImageNodeError({ kind: "invented" }).outcome).toBe("known");
  });

  it("is what its maker says, and survives a copy", () => {
    const open = new ImageNodeError({ kind: "rate_limited", outcome: "unknown" });
    const copy = new ImageNodeError({ ...open, id: "gen_1", cause: open });
    expect([open, copy].map(isUnknownOutcome)).toEqual([true, true]);
    expect(isUnknownOutcome(new ImageNodeError({ kind: "network", outcome: "known" }))).toBe(false);
  });

  it("can't be set by a back end", async () => {
    const server = await startFaultServer();
    server.answer(problem(402, { kind: "credits_exhausted", charged: false, outcome: "unknown" }));
    const { client } = createTestClient({ baseUrl: server.baseUrl });
    expect((await catchError(client.generate(sampleRequest))).outcome).toBe("known");
  });

  it("stays with the id that a refused second question gets", async () => {
    const server = await startFaultServer();
    const refusal = problem(429, { kind: "rate_limited", charged: false, retryAfterMs: 3_600_000 });
    server.answer(json(202, { id: "gen_1", status: "running" }), refusal);
    const { client } = createTestClient({ baseUrl: server.baseUrl });
    expect(await catchError(client.generate(sampleRequest))).toMatchObject({
      kind: "rate_limited",
      outcome: "unknown",
      id: "gen_1",
    });
  });
});
