import { describe, expect, it, vi } from "vitest";
import type { Problem } from "image-generation-node/contract";
import { memoryRunStore } from "image-generation-node/server";
import type { RunStore } from "image-generation-node/server";
import { failure, holdClocks, small, startSlow, statusOf } from "./runHelpers.js";
import { body, createTestBackend, deferred, readEvents, until } from "./testBackend.js";

describe("Prefer: respond-async", () => {
  it("answers 202 with the address of the run, which ends with the result", async () => {
    const { backend, gate, response, id } = await startSlow();
    expect(response.status).toBe(202);
    expect(response.headers.get("Location")).toMatch(new RegExp(`/generations/${id}$`));
    expect(response.headers.get("Preference-Applied")).toBe("respond-async");
    expect(await response.json()).toMatchObject({ id, status: "queued", retryAfterMs: 1000 });
    expect(await statusOf(backend, id)).toMatchObject({
      id,
      status: "running",
      stage: "image",
      retryAfterMs: 1000,
    });
    gate.resolve(await small());
    await until(async () => (await statusOf(backend, id)).status === "succeeded");
    const status = await statusOf(backend, id);
    expect(status).toMatchObject({ id, image: { width: 16, height: 16 } });
    expect((await backend.get(status.output?.imageUrl ?? "")).status).toBe(200);
  });

  it("shows the problem of a run that failed", async () => {
    const backend = createTestBackend({ generate: failure(500) });
    const { id } = (await (
      await backend.post("/generations", body(), { Prefer: "respond-async" })
    ).json()) as { id: string };
    await until(async () => (await statusOf(backend, id)).status === "failed");
    expect(await statusOf(backend, id)).toMatchObject({
      problem: { kind: "provider_error", status: 502, charged: null },
    });
  });
});

describe("GET /generations/{id}", () => {
  it("as an event stream gives a snapshot, then what happens, and one end", async () => {
    const { backend, gate, id } = await startSlow();
    const response = await backend.get(`/generations/${id}`, { Accept: "text/event-stream" });
    const events = readEvents(response);
    gate.resolve(await small());
    expect((await events).map(({ event, data }) => [event, data["status"]])).toEqual([
      ["started", undefined],
      ["prompt", undefined],
      ["stage", "started"],
      ["stage", "completed"],
      ["stage", "started"],
      ["stage", "completed"],
      ["result", "succeeded"],
    ]);
    const ended = await readEvents(await backend.get(`/generations/${id}`, { Accept: "text/event-stream" }));
    expect(ended.map(({ event }) => event)).toEqual(["started", "prompt", "result"]);
  });

  it.each([
    ["before", ["started", "prompt", "stage", "stage", "stage", "stage", "result"]],
    ["after", ["started", "prompt", "result"]],
  ])("loses and doubles no event when the snapshot is read %s the run ends", async (when, expected) => {
    const store = memoryRunStore();
    const slowRead = deferred<undefined>();
    let opening = false;
    let snapshots = 0;
    const runs: RunStore = {
      ...store,
      subscribe: async (...details) => {
        opening = true;
        return store.subscribe(...details);
      },
      get: async (scope, id) => {
        if (!opening) return store.get(scope, id);
        opening = false;
        snapshots += 1;
        const early = await store.get(scope, id);
        await slowRead.promise;
        return when === "before" ? early : store.get(scope, id);
      },
    };
    const first = createTestBackend({ generate: () => gate.promise, runs: store });
    const gate = deferred<Uint8Array>();
    const started = await first.post("/generations", body(), { Prefer: "respond-async" });
    const { id } = (await started.json()) as { id: string };
    await until(() => first.images.length === 1);

    const second = createTestBackend({ runs, storage: first.storage });
    const answer = second.get(`/generations/${id}`, { Accept: "text/event-stream" });
    await until(() => snapshots === 1);
    gate.resolve(await small());
    await until(async () => (await store.get("workspace", id))?.status === "succeeded");
    slowRead.resolve(undefined);
    expect((await readEvents(await answer)).map(({ event }) => event)).toEqual(expected);
  });

  it("does not know the run of another scope, nor one that never was", async () => {
    const { backend, gate, id } = await startSlow();
    for (const [path, headers] of [
      [`/generations/${id}`, { "X-Scope": "other" }],
      ["/generations/gen_nope", {}],
    ] as const) {
      expect((await backend.get(path, headers)).status).toBe(404);
      expect((await backend.remove(path, headers)).status).toBe(404);
    }
    gate.resolve(await small());
    await until(async () => (await statusOf(backend, id)).status === "succeeded");
  });
});

describe("a disconnect", () => {
  it("never cancels: the run goes on, and the key leads back to it", async () => {
    const gate = deferred<Uint8Array>();
    const backend = createTestBackend({ generate: () => gate.promise });
    const headers = { "Idempotency-Key": "k", Accept: "text/event-stream" };
    const response = await backend.post("/generations", body(), headers);
    await response.body?.cancel();
    await until(() => backend.images.length === 1);
    expect(backend.images[0]?.signal.aborted).toBe(false);
    gate.resolve(await small());
    await until(async () => (await backend.post("/generations", body(), headers)).status === 200);
    expect(backend.images).toHaveLength(1);
  });
});

describe("DELETE /generations/{id}", () => {
  it("cancels, tells the model and the watchers, and answers the same again", async () => {
    const { backend, id } = await startSlow();
    const watcher = readEvents(await backend.get(`/generations/${id}`, { Accept: "text/event-stream" }));
    for (let turn = 0; turn < 2; turn += 1) {
      const response = await backend.remove(`/generations/${id}`);
      expect(response.status).toBe(200);
      expect(await response.json()).toMatchObject({
        id,
        status: "cancelled",
        problem: { kind: "cancelled", charged: null, stage: "image" },
      });
    }
    expect(backend.images[0]?.signal.aborted).toBe(true);
    expect((await watcher).at(-1)).toMatchObject({ event: "error", data: { kind: "cancelled" } });
    const replay = await backend.post("/generations", body(), { "Idempotency-Key": "slow" });
    expect(replay.status).toBe(409);
    expect(replay.headers.get("Idempotency-Replayed")).toBe("true");
    expect(backend.images).toHaveLength(1);
  });

  it("costs nothing before the image model was called, so the key is free", async () => {
    const gate = deferred<string>();
    const backend = createTestBackend({ generate: small, write: () => gate.promise });
    const send = (prefer: string) =>
      backend.post("/generations", body({ prompt: { mode: "auto" } }), {
        Prefer: prefer,
        "Idempotency-Key": "k",
      });
    const { id } = (await (await send("respond-async")).json()) as { id: string };
    await until(() => backend.prompts.length === 1);
    const response = await backend.remove(`/generations/${id}`);
    expect(await response.json()).toMatchObject({
      status: "cancelled",
      problem: { charged: false, stage: "prompt" },
    });
    gate.resolve("A fox");
    expect((await send("")).status).toBe(200);
    expect(backend.images).toHaveLength(1);
  });

  it("is too late once the bytes are here", async () => {
    const stored = deferred<undefined>();
    const backend = createTestBackend({
      generate: small,
      storage: {
        put: async (_, { attachmentId }) => {
          await stored.promise;
          return { attachmentId };
        },
        stat: async () => null,
        read: async () => null,
      },
    });
    const { id } = (await (
      await backend.post("/generations", body(), { Prefer: "respond-async" })
    ).json()) as { id: string };
    await until(async () => (await statusOf(backend, id)).stage === "store");
    expect(await (await backend.remove(`/generations/${id}`)).json()).toMatchObject({ status: "running" });
    stored.resolve(undefined);
    await until(async () => (await statusOf(backend, id)).status === "succeeded");
  });
});

describe("the deadline", () => {
  it("holds although the image model ignores its signal, and the image that comes late is kept", async () => {
    const { pass } = holdClocks();
    const gate = deferred<Uint8Array>();
    const backend = createTestBackend({ generate: () => gate.promise });
    const answer = backend.post("/generations", body());
    await until(() => backend.images.length === 1);
    await pass(59_999);
    expect(backend.images[0]?.signal.aborted).toBe(false);
    await pass(1);
    const response = await answer;
    expect(response.status).toBe(504);
    const problem = (await response.json()) as Problem;
    expect(problem).toMatchObject({ kind: "timeout", charged: null, stage: "image", retryable: false });
    expect(backend.images[0]?.signal.aborted).toBe(true);

    gate.resolve(await small());
    const id = problem.id ?? "";
    await until(async () => (await statusOf(backend, id)).late !== undefined);
    const { status, late } = await statusOf(backend, id);
    expect(status).toBe("failed");
    expect((await backend.get(late?.output.imageUrl ?? "")).status).toBe(200);
  });

  it.each([
    ["is still kept in the last of two minutes after it", 119_000, 1],
    ["is not kept after that, and nothing waits for it any more", 120_000, 0],
  ])("an image that comes late %s", async (_, afterMs, stored) => {
    const { pass } = holdClocks();
    const gate = deferred<Uint8Array>();
    const put = vi.fn(async (_: Uint8Array, { attachmentId }: { attachmentId: string }) => ({
      attachmentId,
    }));
    const works: Promise<unknown>[] = [];
    const backend = createTestBackend({
      generate: () => gate.promise,
      storage: { put, stat: async () => null, read: async () => null },
      waitUntil: (work) => works.push(work),
    });
    const answer = backend.post("/generations", body());
    await until(() => backend.images.length === 1);
    await pass(60_000);
    expect((await answer).status).toBe(504);
    await pass(afterMs);
    if (stored === 1) gate.resolve(await small());
    await Promise.all(works);
    gate.resolve(await small());
    expect([works.length, put.mock.calls.length]).toEqual([2, stored]);
  });

  it("counts the writer too, which costs no image", async () => {
    const { pass } = holdClocks();
    const backend = createTestBackend({ write: () => new Promise(() => undefined) });
    for (const path of ["/generations", "/prompts"]) {
      backend.prompts.length = 0;
      const answer = backend.post(path, body({ prompt: { mode: "auto" } }));
      await until(() => backend.prompts.length === 1);
      await pass(60_000);
      const response = await answer;
      expect(response.status).toBe(504);
      expect(await response.json()).toMatchObject({ kind: "timeout", charged: false, stage: "prompt" });
    }
    expect(backend.images).toEqual([]);
  });

  it("is called a timeout although the model calls it an abort", async () => {
    const { pass } = holdClocks();
    const backend = createTestBackend({
      generate: ({ signal }) =>
        new Promise((_, reject) => {
          signal.addEventListener("abort", () => reject(new DOMException("Aborted", "AbortError")));
        }),
    });
    const answer = backend.post("/generations", body());
    await until(() => backend.images.length === 1);
    await pass(60_000);
    expect(await (await answer).json()).toMatchObject({ kind: "timeout", charged: null });
  });
});
