import { getEventListeners } from "node:events";
import { describe, expect, it } from "vitest";
import { sleep } from "../../src/client/wait.js";
import { ImageNodeError } from "../../src/contract/index.js";
import type { StreamEvent } from "../../src/contract/index.js";
import {
  createTestClient,
  event,
  hang,
  json,
  problem,
  refuse,
  startFaultServer,
  stream,
  text,
} from "./faultServer.js";
import type { Responder } from "./faultServer.js";
import { watchTimers } from "./watchTimers.js";
import { createSampleCatalog, createSampleGeneration, sampleRequest } from "./samples.js";

const generation = createSampleGeneration();
const ok = json(200, generation);
const started = event("started", { id: "gen_1" });
const result = event("result", generation);

async function catchError(promise: Promise<unknown>): Promise<ImageNodeError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!ImageNodeError.isInstance(error)) throw new Error(`expected an ImageNodeError, got ${String(error)}`);
  return error;
}

describe("generate", () => {
  it("asks for a stream, takes JSON, and sends key, headers and body", async () => {
    const server = await startFaultServer();
    server.answer(ok);
    const { client } = createTestClient({ baseUrl: `${server.baseUrl}/`, headers: async () => ({ Authorization: "Bearer t" }) });
    expect(await client.generate(sampleRequest)).toEqual(generation);
    const [request] = server.seen;
    expect(request).toMatchObject({ method: "POST", path: "/api/generations" });
    expect(request?.headers).toMatchObject({
      accept: "text/event-stream, application/json;q=0.9",
      authorization: "Bearer t",
      "content-type": "application/json",
    });
    expect(request?.key).toMatch(/^[0-9a-f]{32}$/);
    expect(JSON.parse(request?.body ?? "")).toEqual(sampleRequest);
  });

  it("asks for JSON only when told so, and uses the given key", async () => {
    const server = await startFaultServer();
    server.answer(ok);
    const { client } = createTestClient({ baseUrl: server.baseUrl });
    await client.generate(sampleRequest, { stream: false, idempotencyKey: "run.1~a_b-c" });
    expect(server.seen[0]?.headers.accept).toBe("application/json");
    expect(server.seen[0]?.key).toBe("run.1~a_b-c");
  });

  it("refuses a key that no back end takes before anything is sent", async () => {
    const server = await startFaultServer();
    const { client } = createTestClient({ baseUrl: server.baseUrl });
    await expect(client.generate(sampleRequest, { idempotencyKey: "with space" })).rejects.toThrow(TypeError);
    expect(server.seen).toHaveLength(0);
  });

  it("reads a stream and tells each event in order", async () => {
    const server = await startFaultServer();
    server.answer(
      stream([
        ": hello\n\n",
        started,
        event("stage", { stage: "image", status: "running" }),
        event("invented", { x: 1 }),
        event("stage", "not an object"),
        event("partial_image", { index: 0, b64: "AAAA", mimeType: "image/png" }),
        result,
      ]),
    );
    const events: StreamEvent[] = [];
    const { client } = createTestClient({ baseUrl: server.baseUrl });
    expect(await client.generate(sampleRequest, { onEvent: (next) => events.push(next) })).toEqual(generation);
    expect(events.map((next) => next.event)).toEqual(["started", "stage", "partial_image", "result"]);
  });

  it("reads a character that is split between two chunks", async () => {
    const server = await startFaultServer();
    const bytes = new TextEncoder().encode(result);
    const fox = bytes.indexOf(0xf0);
    server.answer(stream([bytes.slice(0, fox + 2), bytes.slice(fox + 2)]));
    const { client } = createTestClient({ baseUrl: server.baseUrl });
    expect((await client.generate(sampleRequest)).output.prompt).toBe("A noir fox – 狐 🦊");
  });

  it.each([
    ["CR", started.replaceAll("\n", "\r") + result.replaceAll("\n", "\r")],
    ["CRLF", started.replaceAll("\n", "\r\n") + result.replaceAll("\n", "\r\n")],
  ])("reads lines that end with %s", async (_name, body) => {
    const server = await startFaultServer();
    server.answer(stream([...body]));
    const { client } = createTestClient({ baseUrl: server.baseUrl });
    expect((await client.generate(sampleRequest)).id).toBe("gen_1");
  });

  it("takes the first of two terminal events", async () => {
    const server = await startFaultServer();
    server.answer(stream([result, event("error", { kind: "internal", status: 500 })], "open"));
    const { client } = createTestClient({ baseUrl: server.baseUrl });
    expect((await client.generate(sampleRequest)).id).toBe("gen_1");
    expect(server.seen).toHaveLength(1);
  });

  it("throws the problem of an error event", async () => {
    const server = await startFaultServer();
    server.answer(stream([started, event("error", { kind: "content_blocked", status: 422, charged: false, id: "gen_1" })]));
    const { client } = createTestClient({ baseUrl: server.baseUrl });
    const error = await catchError(client.generate(sampleRequest));
    expect(error).toMatchObject({ kind: "content_blocked", status: 422, charged: false, id: "gen_1", retryable: false });
    expect(server.seen).toHaveLength(1);
  });

  it("ignores unknown members and a content type that is wrong for whole JSON", async () => {
    const server = await startFaultServer();
    server.answer(text(200, JSON.stringify({ ...generation, later: true }), { "Content-Type": "text/plain" }));
    const { client } = createTestClient({ baseUrl: server.baseUrl });
    expect(await client.generate(sampleRequest)).toMatchObject({ id: "gen_1", later: true });
  });
});

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
    ["a stream whose result is cut JSON", stream(["event: result\ndata: {\"id\":\n\n"])],
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
    expect(await catchError(client.generate(sampleRequest))).toMatchObject({ kind: "network", charged: null });
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
    expect(await catchError(client.generate(sampleRequest))).toMatchObject({ kind: "network", charged: null });
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
});

describe("a known answer", () => {
  it.each([
    ["a problem that is final", problem(500, { kind: "internal", charged: true }), { kind: "internal", charged: true }],
    ["a bare 500", text(500, "oops"), { kind: "internal", status: 500, charged: null }],
    ["a charged provider error", problem(502, { kind: "provider_error", charged: true }), { kind: "provider_error" }],
    ["a timeout of the run", problem(504, { kind: "timeout", charged: null }), { kind: "timeout", retryable: false }],
    ["a mismatch", problem(422, { kind: "idempotency_mismatch" }), { kind: "idempotency_mismatch" }],
    ["a bare 401", text(401, "login"), { kind: "unauthorized", charged: false }],
    ["a kind of a later version", problem(422, { kind: "wrong_moon" }), { kind: "wrong_moon", retryable: false }],
    ["whole JSON that breaks the schema", json(200, { id: "gen_1" }), { kind: "contract_violation", charged: null }],
    ["a redirect", text(302, "", { Location: "/elsewhere" }), { kind: "contract_violation", status: 302 }],
    ["a stream whose result breaks the schema", stream([event("result", { id: 1 })]), { kind: "contract_violation" }],
  ])("%s is not asked again", async (_name, answer, expected) => {
    const server = await startFaultServer();
    server.answer(answer, ok);
    const { client } = createTestClient({ baseUrl: server.baseUrl });
    expect(await catchError(client.generate(sampleRequest))).toMatchObject(expected);
    expect(server.seen).toHaveLength(1);
  });

  it.each([
    ["rate_limited", problem(429, { kind: "rate_limited", charged: false })],
    ["overloaded", problem(503, { kind: "overloaded", charged: false })],
    ["a provider error that cost nothing", problem(502, { kind: "provider_error", charged: false })],
    ["a 500 that says it is retryable", problem(500, { kind: "internal", retryable: true, charged: false })],
    ["a bare 429", text(429, "slow down")],
    ["a bare 425", text(425, "")],
    ["an unknown kind with 503", problem(503, { kind: "tea_break" })],
    ["an error event that cost nothing", stream([event("error", { kind: "overloaded", status: 503, charged: false })])],
  ])("%s is asked again with the same key", async (_name, answer) => {
    const server = await startFaultServer();
    server.answer(answer, ok);
    const { client } = createTestClient({ baseUrl: server.baseUrl });
    expect((await client.generate(sampleRequest)).id).toBe("gen_1");
    expect(new Set(server.keys()).size).toBe(1);
    expect(server.seen).toHaveLength(2);
  });

  it("carries all that the problem says", async () => {
    const server = await startFaultServer();
    const errors = [{ pointer: "#/config/prompt/template", code: "missing_variable", variable: "trigger.output.x" }];
    const body = { kind: "missing_variable", detail: "No x.", charged: false, errors, requestId: "req_1", stage: "prompt" };
    server.answer(problem(422, body));
    const { client } = createTestClient({ baseUrl: server.baseUrl });
    const error = await catchError(client.generate(sampleRequest));
    expect(error).toMatchObject({ kind: "missing_variable", message: "No x.", errors, requestId: "req_1", stage: "prompt" });
  });
});

describe("Retry-After", () => {
  const limited = (value: string, extra: Record<string, unknown> = {}): Responder =>
    problem(429, { kind: "rate_limited", charged: false, ...extra }, { "Retry-After": value, Date: "Sun, 06 Nov 1994 08:49:37 GMT" });

  it.each([
    ["seconds", limited("2"), 2000],
    ["zero", limited("0"), 0],
    ["a date, counted from the answer's own clock", limited("Sun, 06 Nov 1994 08:49:40 GMT"), 3000],
    ["a date in the past", limited("Sun, 06 Nov 1994 08:00:00 GMT"), 0],
    ["a negative number, which is ignored", limited("-5"), 250],
    ["garbage, which is ignored", limited("soon"), 250],
    ["a fraction, which is ignored", limited("1.5"), 250],
    ["the body, which wins over the header", limited("2", { retryAfterMs: 700 }), 700],
  ])("is waited for when it is %s", async (_name, answer, pause) => {
    const server = await startFaultServer();
    server.answer(answer, ok);
    const { client, pauses } = createTestClient({ baseUrl: server.baseUrl });
    await client.generate(sampleRequest);
    expect(pauses).toEqual([pause]);
  });

  it.each([["above the cap", "3600"], ["beyond all numbers", "9".repeat(400)], ["beyond the wait", "10"]])(
    "is shown instead of waited for when it is %s",
    async (_name, value) => {
      const server = await startFaultServer();
      server.answer(limited(value), ok);
      const { client, pauses } = createTestClient({ baseUrl: server.baseUrl });
      const error = await catchError(client.generate(sampleRequest));
      expect(error).toMatchObject({ kind: "rate_limited", retryAfterMs: Number(value) * 1000 });
      expect(server.seen).toHaveLength(1);
      expect(pauses).toEqual([]);
    },
  );
});

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

  it("is polled after a 202", async () => {
    const server = await startFaultServer();
    const queued = json(202, { id: "gen_1", status: "queued" }, { "Retry-After": "3" });
    server.answer(queued, json(200, { ...generation, status: "running", output: undefined, image: undefined }), ok);
    const { client, pauses } = createTestClient({ baseUrl: server.baseUrl });
    expect(await client.generate(sampleRequest, { respondAsync: true })).toEqual(generation);
    expect(server.seen[0]?.headers.prefer).toBe("respond-async");
    expect(server.seen.map((entry) => entry.method)).toEqual(["POST", "GET", "GET"]);
    expect(pauses).toEqual([3000, 1000]);
  });

  it("ends as its problem says, and that is not asked again", async () => {
    const server = await startFaultServer();
    const failed = json(200, { id: "gen_1", status: "failed", problem: { kind: "no_image", status: 502, charged: true } });
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
    expect(server.seen.map((entry) => `${entry.method} ${entry.path}`)).toEqual(Array(2).fill("GET /api/generations/gen%2F1"));
  });

  it("is cancelled by DELETE", async () => {
    const server = await startFaultServer();
    server.answer(json(200, { id: "gen_1", status: "cancelled" }));
    const { client } = createTestClient({ baseUrl: server.baseUrl });
    await client.cancel("gen_1");
    expect(server.seen.map((entry) => `${entry.method} ${entry.path}`)).toEqual(["DELETE /api/generations/gen_1"]);
  });

  it.each([["405", text(405, "")], ["404 without a problem", text(404, "not here")]])(
    "can't be cancelled where the answer is %s, and that is said",
    async (_name, answer) => {
      const server = await startFaultServer();
      server.answer(answer);
      const { client } = createTestClient({ baseUrl: server.baseUrl });
      expect(await catchError(client.cancel("gen_1"))).toMatchObject({ kind: "unsupported" });
    },
  );

  it("that nobody knows is not found, which is not the same as unsupported", async () => {
    const server = await startFaultServer();
    server.answer(problem(404, { kind: "not_found" }));
    const { client } = createTestClient({ baseUrl: server.baseUrl });
    expect(await catchError(client.cancel("gen_1"))).toMatchObject({ kind: "not_found" });
  });
});

describe("the end of the wait", () => {
  it.each([
    ["before the headers", hang],
    ["in the body", ((response) => response.writeHead(200, { "Content-Type": "application/json" }).write("{")) as Responder],
    ["in the stream", stream([started], "open")],
  ])("comes as client_timeout when the back end hangs %s", async (_name, answer) => {
    const server = await startFaultServer();
    server.answer(answer);
    const { client } = createTestClient({ baseUrl: server.baseUrl, timeoutMs: 80 });
    expect(await catchError(client.generate(sampleRequest))).toMatchObject({ kind: "client_timeout", charged: null });
    expect(server.seen).toHaveLength(1);
  });

  it("sends nothing when the signal has ended already", async () => {
    const server = await startFaultServer();
    const { client } = createTestClient({ baseUrl: server.baseUrl });
    const reason = new Error("left");
    const signal = AbortSignal.abort(reason);
    await expect(client.generate(sampleRequest, { signal })).rejects.toBe(reason);
    await expect(client.catalog({ signal })).rejects.toBe(reason);
    expect(server.seen).toHaveLength(0);
  });

  it.each([
    ["the headers", hang],
    ["the body", ((response) => response.writeHead(200, { "Content-Type": "application/json" }).write("{")) as Responder],
    ["the stream", stream([started], "open")],
    ["the backoff", text(503, "")],
    ["polling", json(202, { id: "gen_1", status: "running" })],
  ])("comes at once when the signal ends during %s, and leaves no timer", async (_name, answer) => {
    const server = await startFaultServer();
    const controller = new AbortController();
    const reason = new Error("left");
    server.answer((response, request) => {
      answer(response, request);
      setTimeout(() => controller.abort(reason), 30);
    });
    const countTimers = watchTimers();
    const { client } = createTestClient(
      { baseUrl: server.baseUrl },
      { sleep: (_ms, signal) => sleep(20_000, signal) },
    );
    await expect(client.generate(sampleRequest, { signal: controller.signal })).rejects.toBe(reason);
    expect(server.seen).toHaveLength(1);
    expect(countTimers()).toBe(0);
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
  });

  it("leaves no timer after a success either", async () => {
    const server = await startFaultServer();
    server.answer(stream([started, result]));
    const controller = new AbortController();
    const countTimers = watchTimers();
    const { client } = createTestClient({ baseUrl: server.baseUrl });
    await client.generate(sampleRequest, { signal: controller.signal });
    expect(countTimers()).toBe(0);
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
  });

  it("does not depend on a fetch that heeds signals", async () => {
    const { client } = createTestClient({ baseUrl: "/api", timeoutMs: 30, fetch: () => new Promise(() => undefined) });
    expect(await catchError(client.generate(sampleRequest))).toMatchObject({ kind: "client_timeout" });
  });
});
