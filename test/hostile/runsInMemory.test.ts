import { growthOf } from "./countSteps.js";
import { describe, expect, it } from "vitest";
import { memoryRunStore } from "image-generation-node/server";
import type { RunRecord } from "image-generation-node/server";
import { createEventBody, MAX_UNREAD_LENGTH } from "../../src/server/runs/createEventBody.js";
import { updateRun } from "../../src/server/runs/updateRun.js";
import { queued } from "../server/runStoreSuite.js";
import { body, createTestBackend, deferred, createImage, readEvents, until } from "../server/testBackend.js";

const FREE = { type: "about:blank", title: "t", status: 422, kind: "content_blocked", retryable: false };
const refused = (scope: string, more: Partial<RunRecord> = {}) =>
  queued({ scope, status: "failed", endedAt: 1, problem: { ...FREE, charged: false }, ...more });
const paid = (scope: string, charged: boolean | null = null, more: Partial<RunRecord> = {}) =>
  queued({ scope, status: "failed", endedAt: 1, problem: { ...FREE, charged }, ...more });
const underWay = (scope: string, length: number) => queued({ scope, request: "x".repeat(length) });

describe("memoryRunStore, of a scope that shares it with others", () => {
  it.each<[string, (scope: string) => RunRecord]>([
    ["refused free runs", refused],
    ["refused free runs of 5 kB", (scope) => refused(scope, { request: "x".repeat(5_000) })],
    ["charged runs", (scope) => paid(scope, true)],
    ["runs of unknown charge", (scope) => paid(scope)],
    ["runs with long texts", (scope) => paid(scope, true, { request: "x".repeat(5_000) })],
  ])("keeps its paid key whatever another does: %s", async (_, make) => {
    const store = memoryRunStore({ maxRuns: 100, maxBytes: 200_000 });
    const mine = paid("a");
    await store.create(mine);
    for (let index = 0; index < 1_000; index += 1) await store.create(make("b"));
    expect(await store.findByKey("a", mine.key)).toEqual(mine);
    expect(await store.create(queued({ scope: "a", key: mine.key }))).toMatchObject({ created: false });
  });

  it("keeps its paid key and its kept prompt beside another's kept prompts", async () => {
    const store = memoryRunStore({ maxRuns: 100, maxBytes: 200_000 });
    const keep = async (run: RunRecord) => {
      await store.create(run);
      await store.freeKey(run.scope, run.key, run.id, {
        fingerprint: "f",
        written: "w".repeat(2_000),
        usage: { items: [] },
      });
    };
    const [mine, freed] = [paid("a"), refused("a")];
    await store.create(mine);
    await keep(freed);
    for (let index = 0; index < 1_000; index += 1) await keep(refused("b"));
    expect(await store.findByKey("a", mine.key)).toEqual(mine);
    expect(await store.keptPrompt("a", freed.key)).not.toBeNull();
  });

  it("keeps its own charged runs longer than its free ones", async () => {
    const store = memoryRunStore({ maxRuns: 100 });
    const mine = paid("a");
    await store.create(mine);
    for (let index = 0; index < 500; index += 1) await store.create(refused("a"));
    expect(await store.findByKey("a", mine.key)).toEqual(mine);
  });

  it("loses nothing to runs under way, which are refused before that", async () => {
    const store = memoryRunStore({ maxBytes: 100_000 });
    const mine = paid("a");
    await store.create(mine);
    const kinds: unknown[] = [];
    for (let index = 0; index < 200; index += 1) {
      await store
        .create(underWay(`b${index % 4}`, 2_000))
        .catch((error: { kind?: unknown }) => kinds.push(error.kind));
    }
    expect(kinds.length).toBeGreaterThan(150);
    expect(new Set(kinds)).toEqual(new Set(["overloaded"]));
    expect(await store.findByKey("a", mine.key)).toEqual(mine);
    // One scope has a quarter at most.
    const alone = memoryRunStore({ maxBytes: 100_000 });
    await expect(
      (async () => {
        for (let index = 0; index < 20; index += 1) await alone.create(underWay("b", 2_000));
      })(),
    ).rejects.toMatchObject({ kind: "overloaded" });
    await expect(alone.create(underWay("a", 2_000))).resolves.toMatchObject({ created: true });
  });

  it("holds a bounded number of bytes, also where runs grow later", async () => {
    const store = memoryRunStore({ maxBytes: 100_000 });
    const runs: RunRecord[] = [];
    for (let index = 0; index < 300; index += 1) {
      const { run } = await store.create(queued({ scope: `s${index % 3}` }));
      runs.push(run);
      const problem = { ...FREE, detail: "x".repeat(3_000), charged: true };
      await store.update(run.scope, run.id, 0, { status: "failed", endedAt: 1, problem });
    }
    const kept = await Promise.all(runs.map(({ scope, id }) => store.get(scope, id)));
    const bytes = kept.filter((run) => run !== null).map((run) => JSON.stringify(run).length);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(100_000);
    expect(kept.at(-1)).not.toBeNull();
  });

  it("is filled in linear work", async () => {
    const fill = async (size: number) => {
      const store = memoryRunStore({ maxRuns: 50 });
      for (let index = 0; index < size; index += 1) await store.create(refused(`s${index % 5}`));
    };
    expect(await growthOf(fill, 200)).toBeLessThan(8);
  });

  it.each([NaN, 0, -1, Infinity, "10"])("refuses a bound of %j", (bound) => {
    for (const name of ["ttlMs", "maxRuns", "maxBytes"])
      expect(() => memoryRunStore({ [name]: bound })).toThrow(new RegExp(name));
  });
});

describe("an event stream that nobody reads", () => {
  const partial = (index: number, length: number) =>
    ({ event: "partial_image", data: { index, b64: "A".repeat(length), mimeType: "image/png" } }) as const;
  const end = { event: "error", data: { ...FREE, charged: false } } as const;

  it.each([
    [10, 3_000_000],
    [40, 1_000_000],
    [2_000, 10_000],
    [20_000, 1],
    [2, 9_000_000],
    [1, 20_000_000],
  ])("holds little of %i partial images of %i characters", async (count, length) => {
    const { stream, send } = createEventBody(() => undefined);
    send({ event: "started", data: { id: "gen_1" } });
    for (let index = 0; index < count; index += 1) send(partial(index, length));
    const reader = stream.getReader();
    let read = 0;
    let events = 0;
    const first = await reader.read();
    expect(new TextDecoder().decode(first.value)).toMatch(/^event: started/);
    for (let pending = true; pending;) {
      const next = await Promise.race([reader.read(), new Promise<null>((r) => setTimeout(r, 20, null))]);
      pending = next !== null;
      read += next?.value?.byteLength ?? 0;
      events += next ? 1 : 0;
    }
    expect(read).toBeLessThan(MAX_UNREAD_LENGTH + 200 * 128);
    expect(events).toBeLessThanOrEqual(128);
  });

  it("holds nothing but the end and what is small, once it has ended", async () => {
    const { stream, send, isOpen } = createEventBody(() => undefined);
    send({ event: "started", data: { id: "gen_1" } });
    for (let index = 0; index < 50; index += 1) send(partial(index, 100_000));
    send({ event: "stage", data: { stage: "store", status: "started" } });
    send(end);
    send(partial(51, 10));
    expect(isOpen()).toBe(false);
    const events = await readEvents(new Response(stream));
    expect(events.map(({ event }) => event)).toEqual(["started", "stage", "error"]);
  });

  it("beats once, however long it is left", async () => {
    const { stream, send, beat } = createEventBody(() => undefined);
    for (let index = 0; index < 1_000; index += 1) beat();
    send(end);
    expect((await new Response(stream).text()).match(/^: /gm)).toHaveLength(1);
  });
});

describe("event streams at once", () => {
  const ACCEPT = { Accept: "text/event-stream" };
  const typeOf = (response: Response) => response.headers.get("Content-Type")?.split(";")[0];

  async function start(options: Parameters<typeof createTestBackend>[0] = {}) {
    const gate = deferred<Uint8Array>();
    const backend = createTestBackend({ generate: () => gate.promise, ...options });
    const response = await backend.post("/generations", body(), { Prefer: "respond-async" });
    const { id } = (await response.json()) as { id: string };
    return { backend, id, finish: async () => gate.resolve(await createImage(8, 8)) };
  }

  it("of one run are bounded; further readers get JSON", async () => {
    const { backend, id, finish } = await start();
    const responses = [];
    for (let index = 0; index < 20; index += 1)
      responses.push(await backend.get(`/generations/${id}`, ACCEPT));
    const streams = responses.filter((response) => typeOf(response) === "text/event-stream");
    expect(streams).toHaveLength(8);
    expect(responses.filter((response) => typeOf(response) === "application/json")).toHaveLength(12);
    await streams[0]?.body?.cancel();
    const next = await backend.get(`/generations/${id}`, ACCEPT);
    expect(typeOf(next)).toBe("text/event-stream");
    await finish();
    expect((await readEvents(next)).at(-1)?.event).toBe("result");
  });

  it("of one scope are bounded, and leave others theirs", async () => {
    const { backend, id, finish } = await start({ limits: { maxStreamsPerScope: 2, maxStreamsPerRun: 2 } });
    for (const type of ["text/event-stream", "text/event-stream", "application/json"])
      expect(typeOf(await backend.get(`/generations/${id}`, ACCEPT))).toBe(type);
    const here = backend.post("/generations", body(), ACCEPT);
    const there = await backend.post("/generations", body(), { ...ACCEPT, "X-Scope": "other" });
    expect(typeOf(there)).toBe("text/event-stream");
    await finish();
    expect([(await here).status, typeOf(await here)]).toEqual([200, "application/json"]);
    expect((await readEvents(there)).at(-1)?.event).toBe("result");
  });

  it("give their places back when they end", async () => {
    const backend = createTestBackend({ limits: { maxStreamsPerRun: 1, maxStreamsPerScope: 1 } });
    for (let index = 0; index < 5; index += 1) {
      const response = await backend.post("/generations", body(), ACCEPT);
      expect(typeOf(response)).toBe("text/event-stream");
      expect((await readEvents(response)).at(-1)?.event).toBe("result");
    }
  });
});

describe("a record that does not fit its revision", () => {
  function broken() {
    const store = memoryRunStore();
    let asked = 0;
    const count = <Result>(result: Result) => {
      asked += 1;
      return result;
    };
    const runs = {
      ...store,
      get: (scope: string, id: string) => count(store.get(scope, id)),
      update: async () => count(null),
    };
    return { store, runs, asked: () => asked };
  }
  const abandoned = () => queued({ scope: "workspace", abandonedAt: 1 });

  it.each(["GET", "HEAD", "DELETE"])("ends %s as internal, after few questions", async (method) => {
    const { store, runs, asked } = broken();
    const { run } = await store.create(abandoned());
    const { handler } = createTestBackend({ runs });
    const url = `https://example.test/api/image-node/generations/${run.id}`;
    const response = await handler(new Request(url, { method }));
    expect(response.status).toBe(500);
    if (method !== "HEAD")
      expect(await response.json()).toMatchObject({ kind: "internal", charged: null, id: run.id });
    expect(asked()).toBeLessThanOrEqual(22);
  });

  it("ends a repeat with its key, and a run that begins", async () => {
    const { runs, asked } = broken();
    const backend = createTestBackend({ runs });
    const response = await backend.post("/generations", body());
    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({ kind: "internal", charged: null });
    expect(backend.images).toEqual([]);
    expect(asked()).toBeLessThan(80);
  });

  it("is left alone sooner when the caller has left", async () => {
    const { store, runs, asked } = broken();
    const { run } = await store.create(abandoned());
    const change = updateRun(runs, run.scope, run.id, () => ({ stage: "image" }), {
      signal: AbortSignal.abort(),
    });
    await expect(change).rejects.toMatchObject({ kind: "internal", charged: null });
    expect(asked()).toBe(6);
  });

  it("is not one that others change at the same time", async () => {
    const store = memoryRunStore();
    const { run } = await store.create(queued());
    const changes = Array.from({ length: 8 }, (_, index) =>
      updateRun(store, run.scope, run.id, (current) => ({ startedAt: (current.startedAt ?? 0) + index })),
    );
    await Promise.all(changes);
    expect(await store.get(run.scope, run.id)).toMatchObject({ revision: 8, startedAt: 28 });
  });

  it.each([
    { retryAfterMs: NaN },
    { retryAfterMs: "x" },
    { retryAfterMs: -5 },
    { retryAfterMs: null },
    { status: 200 },
    { status: 99_999 },
    { status: "x" },
  ])("or whose problem was edited to %o, still makes an answer", async (edit) => {
    const store = memoryRunStore();
    const backend = createTestBackend({ runs: store, generate: () => Promise.reject(new Error("no")) });
    const headers = { "Idempotency-Key": "edited" };
    await backend.post("/generations", body(), headers);
    const run = await store.findByKey("workspace", "edited");
    expect(run).not.toBeNull();
    if (!run) return;
    const problem = { ...FREE, charged: null, ...edit } as unknown as RunRecord["problem"];
    await store.update(run.scope, run.id, run.revision, { problem });
    await until(async () => (await store.findByKey("workspace", "edited")) !== null);
    const response = await backend.post("/generations", body(), headers);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.headers.get("Retry-After") ?? "0").toMatch(/^\d+$/);
    expect(await response.json()).toMatchObject({ kind: "content_blocked", status: response.status });
  });
});
