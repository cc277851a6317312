import { catchError } from "./catchError.js";
import { getEventListeners } from "node:events";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { sleep } from "../../src/client/wire/untilAborted.js";
import { createTestClient, event, hang, json, startFaultServer, stream, text } from "./faultServer.js";
import type { Responder } from "./faultServer.js";
import { holdWaits } from "./holdWaits.js";
import { watchTimers } from "./watchTimers.js";
import { createSampleCatalog, createSampleGeneration, sampleRequest } from "./samples.js";

const generation = createSampleGeneration();
const started = event("started", { id: "gen_1" });
const result = event("result", generation);

describe("the end of the wait", () => {
  it.each([
    ["before the headers", hang],
    [
      "in the body",
      ((response) => response.writeHead(200, { "Content-Type": "application/json" }).write("{")) as Responder,
    ],
    ["in the stream", stream([started], "open")],
  ])("comes as client_timeout when the back end hangs %s", async (_name, answer) => {
    const server = await startFaultServer();
    server.answer(answer);
    const waits = holdWaits();
    const answered = vi.fn();
    const { client } = createTestClient({
      baseUrl: server.baseUrl,
      fetch: async (...sent) => {
        const response = await fetch(...sent);
        answered();
        return response;
      },
    });
    const error = catchError(client.generate(sampleRequest));
    await expect.poll(() => server.seen).toHaveLength(1);
    if (answer !== hang) await expect.poll(() => answered.mock.calls).toHaveLength(1);
    waits.end();
    expect(await error).toMatchObject({ kind: "client_timeout", charged: null });
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
    [
      "the body",
      ((response) => response.writeHead(200, { "Content-Type": "application/json" }).write("{")) as Responder,
    ],
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
    const { client } = createTestClient({
      baseUrl: "/api",
      timeoutMs: 30,
      fetch: () => new Promise(() => undefined),
    });
    expect(await catchError(client.generate(sampleRequest))).toMatchObject({ kind: "client_timeout" });
  });

  it("comes later where the catalog says that a run may take longer, unless the host has set it", async () => {
    const server = await startFaultServer();
    const catalog = createSampleCatalog();
    const slow = { ...catalog, limits: { ...catalog.limits, maxQueueMs: 300_000 } };
    const delays: number[] = [];
    const realSet = globalThis.setTimeout;
    vi.stubGlobal("setTimeout", (callback: () => void, ms: number) => {
      delays.push(ms);
      return realSet(callback, ms);
    });
    onTestFinished(() => {
      vi.unstubAllGlobals();
    });
    const waits = [];
    for (const timeoutMs of [undefined, 7000]) {
      server.answer(json(200, slow), json(200, createSampleGeneration()));
      const { client } = createTestClient({ baseUrl: server.baseUrl, timeoutMs });
      await client.catalog();
      delays.length = 0;
      await client.generate(sampleRequest);
      waits.push(delays[0]);
    }
    expect(waits).toEqual([375_000, 7000]);
  });
});
