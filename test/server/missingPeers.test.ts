import { MockImageModelV4 } from "ai/test";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { body, createTestBackend } from "./testBackend.js";

// Only what is imported from here on misses them: this file and its helper need them.
beforeAll(() => {
  for (const name of ["sharp", "ai"]) {
    vi.doMock(name, () => {
      throw new Error(`Cannot find package '${name}'`);
    });
  }
});
afterAll(() => {
  vi.doUnmock("sharp");
  vi.doUnmock("ai");
});

describe("a missing optional peer", () => {
  it("sharp: is told to the host with the install line, before anything is spent", async () => {
    const onError = vi.fn();
    const backend = createTestBackend({ generate: async () => new Uint8Array(8), hooks: { onError } });
    const response = await backend.post("/generations", body());
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({ kind: "internal", status: 500, charged: false });
    expect(text).not.toContain("sharp");
    expect(onError.mock.calls).toMatchObject([
      [{ cause: { message: expect.stringContaining("npm install sharp") as string } }],
    ]);
    expect(backend.images).toEqual([]);
  });

  it("ai: is told to the host with the install line, and nothing was charged", async () => {
    const onError = vi.fn();
    const backend = createTestBackend({
      imageModels: { "openai/gpt-image-2": { model: new MockImageModelV4() } },
      promptModels: { "openai/gpt-5": { model: "openai/gpt-5" } },
      toPng: async (bytes) => bytes,
      hooks: { onError },
    });
    for (const mode of ["manual", "auto"] as const) {
      const response = await backend.post("/generations", body({ prompt: { mode } }));
      expect(await response.json()).toMatchObject({
        kind: "provider_misconfigured",
        status: 500,
        charged: false,
      });
      expect(onError.mock.lastCall).toMatchObject([
        { cause: { message: expect.stringContaining("npm install ai") as string } },
      ]);
    }
  });
});
