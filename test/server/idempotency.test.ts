import { describe, expect, it, vi } from "vitest";
import type { Generation, Problem } from "image-generation-node/contract";
import { failure, small, startSlow } from "./runHelpers.js";
import { body, createTestBackend, readEvents } from "./testBackend.js";

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
