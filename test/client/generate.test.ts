import { catchError } from "./catchError.js";
import { describe, expect, it } from "vitest";
import type { StreamEvent } from "../../src/contract/index.js";
import { createTestClient, event, json, startFaultServer, stream, text } from "./faultServer.js";
import { createSampleGeneration, sampleRequest } from "./samples.js";

const generation = createSampleGeneration();
const ok = json(200, generation);
const started = event("started", { id: "gen_1" });
const result = event("result", generation);

describe("generate", () => {
  it("asks for a stream, takes JSON, and sends key, headers and body", async () => {
    const server = await startFaultServer();
    server.answer(ok);
    const { client } = createTestClient({
      baseUrl: `${server.baseUrl}/`,
      headers: async () => ({ Authorization: "Bearer t" }),
    });
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
    expect(await client.generate(sampleRequest, { onEvent: (next) => events.push(next) })).toEqual(
      generation,
    );
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
    server.answer(
      stream([
        started,
        event("error", { kind: "content_blocked", status: 422, charged: false, id: "gen_1" }),
      ]),
    );
    const { client } = createTestClient({ baseUrl: server.baseUrl });
    const error = await catchError(client.generate(sampleRequest));
    expect(error).toMatchObject({
      kind: "content_blocked",
      status: 422,
      charged: false,
      id: "gen_1",
      retryable: false,
    });
    expect(server.seen).toHaveLength(1);
  });

  it("ignores unknown members and a content type that is wrong for whole JSON", async () => {
    const server = await startFaultServer();
    server.answer(
      text(200, JSON.stringify({ ...generation, later: true }), { "Content-Type": "text/plain" }),
    );
    const { client } = createTestClient({ baseUrl: server.baseUrl });
    expect(await client.generate(sampleRequest)).toMatchObject({ id: "gen_1", later: true });
  });
});
