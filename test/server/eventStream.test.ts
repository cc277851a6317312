import { describe, expect, it, vi } from "vitest";
import { generationSchema } from "image-generation-node/contract";
import { body, createTestBackend, deferred, createImage, readEvents } from "./testBackend.js";

describe("POST /generations as an event stream", () => {
  const accept = { Accept: "text/event-stream, application/json;q=0.9" };

  it("sends no unfinished image that is larger than a preview", async () => {
    const large = new Uint8Array(8 * 1024 * 1024 + 1);
    large.set(await createImage(8, 8));
    const backend = createTestBackend({
      generate: async ({ onPartialImage }) => {
        onPartialImage?.(large);
        onPartialImage?.(await createImage(8, 8));
        return createImage(64, 64);
      },
    });
    const events = await readEvents(await backend.post("/generations", body(), accept));
    const partials = events.filter(({ event }) => event === "partial_image");
    expect(partials).toMatchObject([{ data: { index: 0 } }]);
  });

  it("tells each stage and ends with the result", async () => {
    const backend = createTestBackend({
      generate: async ({ onPartialImage }) => {
        onPartialImage?.(await createImage(8, 8));
        return createImage(64, 64);
      },
    });
    const response = await backend.post("/generations", body({ prompt: { mode: "auto" } }), accept);
    expect(response.headers.get("Content-Type")).toBe("text/event-stream; charset=utf-8");
    const events = await readEvents(response);
    expect(
      events.map(({ event, data }) => [
        event,
        "stage" in data ? `${String(data.stage)} ${String(data.status)}` : "",
      ]),
    ).toEqual([
      ["started", ""],
      ["stage", "prompt started"],
      ["stage", "prompt completed"],
      ["prompt", ""],
      ["stage", "image started"],
      ["partial_image", ""],
      ["stage", "image completed"],
      ["stage", "store started"],
      ["stage", "store completed"],
      ["result", ""],
    ]);
    const result = generationSchema.parse(events.at(-1)?.data);
    expect(events[0]?.data).toEqual({ id: result.id });
    expect(events[5]?.data).toMatchObject({ index: 0, mimeType: "image/png" });
    expect((await backend.get(result.output.imageUrl)).status).toBe(200);
  });

  it("ends with the problem when a model fails", async () => {
    const backend = createTestBackend({
      generate: () => Promise.reject(Object.assign(new Error("key sk-123 is wrong"), { statusCode: 401 })),
    });
    const events = await readEvents(await backend.post("/generations", body(), accept));
    expect(events.filter(({ event }) => event === "error" || event === "result")).toHaveLength(1);
    expect(events.at(-1)).toMatchObject({
      event: "error",
      data: { kind: "provider_misconfigured", status: 500, stage: "image", charged: false },
    });
    expect(JSON.stringify(events)).not.toContain("sk-123");
  });

  it.each([
    ["application/json", "application/json"],
    ["*/*", "application/json"],
    ["text/event-stream;q=0.5, application/json", "application/json"],
    ["text/event-stream", "text/event-stream; charset=utf-8"],
  ])("is given to %s as %s", async (header, type) => {
    const response = await createTestBackend().post("/generations", body(), { Accept: header });
    expect(response.headers.get("Content-Type")).toBe(type);
    await response.text();
  });

  it("shows every ten seconds that it is alive, and leaves no timer behind", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "setTimeout", "clearTimeout"] });
    try {
      const gate = deferred<Uint8Array>();
      const backend = createTestBackend({ generate: () => gate.promise });
      const response = await backend.post("/generations", body(), accept);
      const text = response.text();
      await vi.advanceTimersByTimeAsync(25_000);
      gate.resolve(await createImage(8, 8));
      expect((await text).match(/^: /gm)).toHaveLength(2);
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it("leaves no timer behind when the reader goes away", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    try {
      const gate = deferred<Uint8Array>();
      const backend = createTestBackend({ generate: () => gate.promise });
      const response = await backend.post("/generations", body(), accept);
      expect(vi.getTimerCount()).toBe(1);
      await response.body?.cancel();
      expect(vi.getTimerCount()).toBe(0);
      gate.resolve(await createImage(8, 8));
    } finally {
      vi.useRealTimers();
    }
  });
});
