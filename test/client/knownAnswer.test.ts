import { catchError } from "./catchError.js";
import { describe, expect, it } from "vitest";
import { createTestClient, event, json, problem, startFaultServer, stream, text } from "./faultServer.js";
import type { Responder } from "./faultServer.js";
import { createSampleGeneration, sampleRequest } from "./samples.js";

const generation = createSampleGeneration();
const ok = json(200, generation);

describe("a known answer", () => {
  it.each([
    [
      "a problem that is final",
      problem(500, { kind: "internal", charged: true }),
      { kind: "internal", charged: true },
    ],
    ["a bare 500", text(500, "oops"), { kind: "internal", status: 500, charged: null }],
    [
      "a charged provider error",
      problem(502, { kind: "provider_error", charged: true }),
      { kind: "provider_error" },
    ],
    [
      "a timeout of the run",
      problem(504, { kind: "timeout", charged: null }),
      { kind: "timeout", retryable: false },
    ],
    ["a mismatch", problem(422, { kind: "idempotency_mismatch" }), { kind: "idempotency_mismatch" }],
    ["a bare 401", text(401, "login"), { kind: "unauthorized", charged: false }],
    [
      "a kind of a later version",
      problem(422, { kind: "wrong_moon" }),
      { kind: "wrong_moon", retryable: false },
    ],
    [
      "whole JSON that breaks the schema",
      json(200, { id: "gen_1" }),
      { kind: "contract_violation", charged: null },
    ],
    ["a redirect", text(302, "", { Location: "/elsewhere" }), { kind: "contract_violation", status: 302 }],
    [
      "a stream whose result breaks the schema",
      stream([event("result", { id: 1 })]),
      { kind: "contract_violation" },
    ],
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
    [
      "an error event that cost nothing",
      stream([event("error", { kind: "overloaded", status: 503, charged: false })]),
    ],
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
    const errors = [
      { pointer: "#/config/prompt/template", code: "missing_variable", variable: "trigger.output.x" },
    ];
    const body = {
      kind: "missing_variable",
      detail: "No x.",
      charged: false,
      errors,
      requestId: "req_1",
      stage: "prompt",
    };
    server.answer(problem(422, body));
    const { client } = createTestClient({ baseUrl: server.baseUrl });
    const error = await catchError(client.generate(sampleRequest));
    expect(error).toMatchObject({
      kind: "missing_variable",
      message: "No x.",
      errors,
      requestId: "req_1",
      stage: "prompt",
    });
  });
});

describe("Retry-After", () => {
  const limited = (value: string, extra: Record<string, unknown> = {}): Responder =>
    problem(
      429,
      { kind: "rate_limited", charged: false, ...extra },
      { "Retry-After": value, Date: "Sun, 06 Nov 1994 08:49:37 GMT" },
    );

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

  it("is waited for up to the cap, whatever is added so that clients do not return as one", async () => {
    const server = await startFaultServer();
    server.answer(limited("30"), ok);
    const { client, pauses } = createTestClient({ baseUrl: server.baseUrl }, { random: () => 0.5 });
    await client.generate(sampleRequest);
    expect(pauses).toEqual([30_125]);
  });

  it.each([
    ["above the cap", "3600"],
    ["beyond all numbers", "9".repeat(400)],
    ["beyond the wait", "10"],
  ])("is shown instead of waited for when it is %s", async (_name, value) => {
    const server = await startFaultServer();
    server.answer(limited(value), ok);
    const { client, pauses } = createTestClient({ baseUrl: server.baseUrl, timeoutMs: 9_000 });
    const error = await catchError(client.generate(sampleRequest));
    expect(error).toMatchObject({ kind: "rate_limited", retryAfterMs: Number(value) * 1000 });
    expect(server.seen).toHaveLength(1);
    expect(pauses).toEqual([]);
  });
});
