import { describe, expect, it, vi } from "vitest";
import { ImageNodeError, generationStatusSchema } from "image-generation-node/contract";
import type { Generation, GenerationStatus, Problem } from "image-generation-node/contract";
import { body, createTestBackend, deferred, picture, readEvents, until } from "./testBackend.js";
import type { TestBackend } from "./testBackend.js";

const small = () => picture(16, 16);
const failure = (statusCode: number) => () =>
  Promise.reject(Object.assign(new Error("secret words"), { statusCode }));

async function statusOf(backend: TestBackend, id: string, headers = {}): Promise<GenerationStatus> {
  const response = await backend.get(`/generations/${id}`, headers);
  expect(response.status).toBe(200);
  return generationStatusSchema.parse(await response.json());
}

/** Starts a generation that stands in the image model until it is told to go on. */
async function startSlow(options: Parameters<typeof createTestBackend>[0] = {}) {
  const gate = deferred<Uint8Array>();
  const backend = createTestBackend({ generate: () => gate.promise, ...options });
  const response = await backend.post("/generations", body(), {
    Prefer: "respond-async",
    "Idempotency-Key": "slow",
  });
  const { id } = (await response.clone().json()) as { id: string };
  await until(() => backend.images.length === 1);
  return { backend, gate, response, id };
}

describe("the idempotency key", () => {
  it("replays a finished answer with a fresh link, and draws once", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    try {
      const backend = createTestBackend({ generate: small });
      const headers = { "Idempotency-Key": "once" };
      const first = (await (await backend.post("/generations", body(), headers)).json()) as Generation;
      vi.setSystemTime(Date.now() + 3_600_000);
      const again = await backend.post("/generations", body(), { "Idempotency-Key": '"once"' });
      expect(again.status).toBe(200);
      expect(again.headers.get("Idempotency-Replayed")).toBe("true");
      const second = (await again.json()) as Generation;
      expect(second.id).toBe(first.id);
      expect(second.output.imageUrl).not.toBe(first.output.imageUrl);
      expect(Date.parse(second.image.expiresAt) - Date.parse(first.image.expiresAt)).toBe(3_600_000);
      expect((await backend.get(second.output.imageUrl)).status).toBe(200);
      expect(backend.images).toHaveLength(1);
    } finally {
      vi.useRealTimers();
    }
  });

  it("replays in the form that is asked for", async () => {
    const backend = createTestBackend({ generate: small });
    await backend.post("/generations", body(), { "Idempotency-Key": "form" });
    const replay = await backend.post("/generations", body(), {
      "Idempotency-Key": "form",
      Accept: "text/event-stream",
    });
    expect(replay.headers.get("Idempotency-Replayed")).toBe("true");
    expect((await readEvents(replay)).map(({ event }) => event)).toEqual(["started", "prompt", "result"]);
  });

  it("refuses another body, even by one space", async () => {
    const backend = createTestBackend({ generate: small });
    const text = JSON.stringify(body());
    await backend.post("/generations", text, { "Idempotency-Key": "same" });
    const response = await backend.post("/generations", `${text} `, { "Idempotency-Key": "same" });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ kind: "idempotency_mismatch", charged: false });
  });

  it("says that the generation is running, and which", async () => {
    const { backend, gate, id } = await startSlow();
    const response = await backend.post("/generations", body(), { "Idempotency-Key": "slow" });
    expect(response.status).toBe(409);
    expect(response.headers.get("Retry-After")).toBe("1");
    expect(await response.json()).toMatchObject({ kind: "idempotency_in_progress", id, retryable: false });
    gate.resolve(await small());
  });

  it("starts one run for two requests at once", async () => {
    const backend = createTestBackend({ generate: small });
    const both = await Promise.all(
      [1, 2].map(() => backend.post("/generations", body(), { "Idempotency-Key": "twin" })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(backend.images).toHaveLength(1);
  });

  it("belongs to the scope", async () => {
    const backend = createTestBackend({ generate: small });
    for (const scope of ["a", "b"]) {
      const response = await backend.post("/generations", body(), {
        "Idempotency-Key": "k",
        "X-Scope": scope,
      });
      expect(response.headers.get("Idempotency-Replayed")).toBeNull();
    }
    expect(backend.images).toHaveLength(2);
  });

  it.each([
    [429, "rate_limited", false, 2],
    [401, "provider_misconfigured", false, 2],
    [500, "provider_error", null, 1],
  ])(
    "after a %i of the provider (%s, charged %s) leads to %i calls for two requests",
    async (status, kind, charged, calls) => {
      const backend = createTestBackend({ generate: failure(status) });
      const send = () => backend.post("/generations", body(), { "Idempotency-Key": "k" });
      const first = (await (await send()).json()) as Problem;
      expect(first).toMatchObject({ kind, charged, stage: "image" });
      expect(first.stages).toMatchObject({ sent: "A red fox" });
      const second = await send();
      expect(await second.json()).toMatchObject({ kind, charged });
      expect(second.headers.get("Idempotency-Replayed")).toBe(calls === 1 ? "true" : null);
      expect(backend.images).toHaveLength(calls);
    },
  );

  it("is free again after a refusal before the image model", async () => {
    const backend = createTestBackend({ generate: small });
    const headers = { "Idempotency-Key": "k" };
    const refused = await backend.post(
      "/generations",
      body({ prompt: { template: "{{no.such}}" } }),
      headers,
    );
    expect(refused.status).toBe(422);
    expect((await backend.post("/generations", body(), headers)).status).toBe(200);
  });

  it("keeps the written prompt when it is freed, so that it is not written twice", async () => {
    let tries = 0;
    const backend = createTestBackend({
      generate: () => {
        tries += 1;
        return tries === 1 ? failure(429)() : small();
      },
    });
    const send = () =>
      backend.post("/generations", body({ prompt: { mode: "auto" } }), { "Idempotency-Key": "k" });
    expect((await send()).status).toBe(429);
    const generation = (await (await send()).json()) as Generation;
    expect(generation.stages?.written).toBe("A red fox in the snow");
    expect(generation.usage?.items.map(({ kind }) => kind)).toEqual(["prompt", "image"]);
    expect(backend.prompts).toHaveLength(1);
  });
});

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
  it("holds although the image model ignores its signal, and the picture that comes late is kept", async () => {
    const gate = deferred<Uint8Array>();
    const backend = createTestBackend({ generate: () => gate.promise, limits: { timeoutMs: 60 } });
    const begun = Date.now();
    const response = await backend.post("/generations", body());
    expect(Date.now() - begun).toBeLessThan(2_000);
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

  it("does not keep what comes long after it", async () => {
    const gate = deferred<Uint8Array>();
    const put = vi.fn(async (_: Uint8Array, { attachmentId }: { attachmentId: string }) => ({
      attachmentId,
    }));
    const backend = createTestBackend({
      generate: () => gate.promise,
      limits: { timeoutMs: 20, lateMs: 0 },
      storage: { put, stat: async () => null, read: async () => null },
    });
    await backend.post("/generations", body());
    gate.resolve(await small());
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(put).not.toHaveBeenCalled();
  });

  it("counts the writer too, which costs no image", async () => {
    const backend = createTestBackend({
      write: () => new Promise(() => undefined),
      limits: { timeoutMs: 30 },
    });
    for (const path of ["/generations", "/prompts"]) {
      const response = await backend.post(path, body({ prompt: { mode: "auto" } }));
      expect(response.status).toBe(504);
      expect(await response.json()).toMatchObject({ kind: "timeout", charged: false, stage: "prompt" });
    }
    expect(backend.images).toEqual([]);
  });

  it("is called a timeout although the model calls it an abort", async () => {
    const backend = createTestBackend({
      limits: { timeoutMs: 30 },
      generate: ({ signal }) =>
        new Promise((_, reject) => {
          signal.addEventListener("abort", () => reject(new DOMException("Aborted", "AbortError")));
        }),
    });
    expect(await (await backend.post("/generations", body())).json()).toMatchObject({
      kind: "timeout",
      charged: null,
    });
  });
});

describe("too much at once", () => {
  it("waits for a place, and is refused as overloaded when there is none in time", async () => {
    const { backend, gate } = await startSlow({ limits: { maxConcurrent: 1, maxQueueMs: 30 } });
    const response = await backend.post("/generations", body(), { "Idempotency-Key": "second" });
    expect(response.status).toBe(503);
    expect(response.headers.get("Retry-After")).toBe("5");
    expect(await response.json()).toMatchObject({ kind: "overloaded", charged: false, retryable: true });
    gate.resolve(await small());
    await until(
      async () =>
        (await backend.post("/generations", body(), { "Idempotency-Key": "second" })).status === 200,
    );
  });

  it("asks the host's rate limit before anything is spent", async () => {
    const rateLimit = vi.fn(() => ({ retryAfterMs: 2_500 }));
    const backend = createTestBackend({ rateLimit });
    const response = await backend.post("/generations", body());
    expect(response.status).toBe(429);
    expect(response.headers.get("Retry-After")).toBe("3");
    expect(await response.json()).toMatchObject({
      kind: "rate_limited",
      retryAfterMs: 2_500,
      retryable: true,
      charged: false,
    });
    expect(rateLimit).toHaveBeenCalledWith({ scope: "workspace", subject: "user", action: "generate" });
    expect(backend.images).toEqual([]);
  });
});

describe("storing", () => {
  it("is tried three times, since the picture is paid", async () => {
    let tries = 0;
    const storage = {
      put: async () => {
        tries += 1;
        throw new Error("disk full");
      },
      stat: async () => null,
      read: async () => null,
    };
    const backend = createTestBackend({ generate: small, storage });
    const response = await backend.post("/generations", body(), { "Idempotency-Key": "k" });
    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({ kind: "storage_failed", charged: true, stage: "store" });
    await backend.post("/generations", body(), { "Idempotency-Key": "k" });
    expect([tries, backend.images.length]).toEqual([3, 1]);
  });

  it("may own ids, paths and links", async () => {
    const storage = {
      put: async () => ({
        attachmentId: "7",
        path: "/files/7",
        imagePath: "7.png",
        imageUrl: "https://cdn.test/7",
      }),
      stat: async () => null,
      read: async () => null,
    };
    const backend = createTestBackend({ generate: small, storage });
    const { output } = (await (await backend.post("/generations", body())).json()) as Generation;
    expect(output).toMatchObject({
      attachmentId: "7",
      path: "/files/7",
      imagePath: "7.png",
      imageUrl: "https://cdn.test/7",
    });
  });
});

describe("an outcome that the model names", () => {
  it("is taken over without its words", async () => {
    const backend = createTestBackend({
      generate: () =>
        Promise.reject(
          new ImageNodeError({ kind: "content_blocked", charged: false, message: "provider words" }),
        ),
    });
    const response = await backend.post("/generations", body());
    expect(response.status).toBe(422);
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({ kind: "content_blocked", charged: false });
    expect(text).not.toContain("provider words");
  });
});

describe("hooks", () => {
  it("hear of outcomes without prompts or secrets, and cannot break them", async () => {
    const onError = vi.fn();
    const onGeneration = vi.fn(() => {
      throw new Error("the log is full");
    });
    const generate = () =>
      Promise.reject(
        Object.assign(new Error("Incorrect API key provided: sk-proj-abcdefghijklmnop"), { statusCode: 401 }),
      );
    const broken = createTestBackend({ generate, hooks: { onError, onGeneration } });
    expect((await broken.post("/generations", body())).status).toBe(500);
    expect(onError).toHaveBeenCalledWith(
      expect.objectContaining({ kind: "provider_misconfigured", stage: "image", scope: "workspace" }),
    );
    expect(JSON.stringify(onError.mock.calls)).not.toMatch(/abcdefghijklmnop|red fox/);

    const fine = createTestBackend({ generate: small, hooks: { onGeneration } });
    expect((await fine.post("/generations", body())).status).toBe(200);
    expect(onGeneration).toHaveBeenLastCalledWith(
      expect.objectContaining({
        status: "succeeded",
        imageModel: "test/painter",
        promptModel: null,
        charged: true,
      }),
    );
    expect(JSON.stringify(onGeneration.mock.calls)).not.toContain("red fox");
  });

  it("keep a serverless runtime alive until the run has ended", async () => {
    const waitUntil = vi.fn<(work: Promise<unknown>) => void>();
    const backend = createTestBackend({ generate: small, waitUntil });
    const { id } = (await (
      await backend.post("/generations", body(), { Prefer: "respond-async" })
    ).json()) as { id: string };
    await waitUntil.mock.calls[0]?.[0];
    expect((await statusOf(backend, id)).status).toBe("succeeded");
  });
});
