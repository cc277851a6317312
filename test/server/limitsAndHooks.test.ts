import { describe, expect, it, vi } from "vitest";
import { ImageNodeError } from "image-generation-node/contract";
import type { Generation } from "image-generation-node/contract";
import { memoryStorage } from "image-generation-node/server";
import { small, startSlow, statusOf } from "./runHelpers.js";
import { body, createTestBackend, until } from "./testBackend.js";

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
  it("is tried three times, since the image is paid", async () => {
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

  it("has failed when the storage cannot make its link", async () => {
    const storage = { ...memoryStorage(), link: () => Promise.reject(new Error("no link")) };
    const backend = createTestBackend({ generate: small, storage });
    const response = await backend.post("/generations", body());
    expect(await response.json()).toMatchObject({ kind: "storage_failed", charged: true, stage: "store" });
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
