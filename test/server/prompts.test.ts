import { describe, expect, it } from "vitest";
import { body, createTestBackend, createImage, succeed } from "./testBackend.js";

describe("POST /prompts", () => {
  it("writes the prompt and draws nothing", async () => {
    const backend = createTestBackend();
    const response = await backend.post("/prompts", body({ prompt: { mode: "auto" }, style: "anime" }), {
      "Idempotency-Key": "",
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      stages: {
        template: null,
        resolved: null,
        written: "A red fox in the snow",
        sent: "A red fox in the snow. Style: anime, manga art style",
        revised: null,
      },
      warnings: [],
      usage: { items: [{ kind: "prompt", model: "test/writer" }] },
    });
    expect(backend.images).toEqual([]);
  });

  it("keeps a long written prompt whole, since a retry sends what was kept", async () => {
    const long = "fox ".repeat(10_000).trim();
    const backend = createTestBackend({
      write: async () => long,
      imageModels: { patient: { model: { generate: () => createImage(8, 8) }, maxPromptLength: 50_000 } },
    });
    const response = await backend.post("/generations", body({ prompt: { mode: "auto" } }));
    expect(await response.json()).toMatchObject({ stages: { written: long } });
  });

  it.each([
    [
      "refuses",
      () => Promise.reject(Object.assign(new Error("content_filter"), { statusCode: 400 })),
      "prompt_failed",
      502,
    ],
    ["writes nothing", async () => "  ", "prompt_failed", 502],
    [
      "is rate limited",
      () => Promise.reject(Object.assign(new Error(""), { statusCode: 429 })),
      "rate_limited",
      429,
    ],
  ])("says so when the writer %s", async (_, write, kind, status) => {
    const backend = createTestBackend({ write });
    for (const path of ["/prompts", "/generations"]) {
      const response = await backend.post(path, body({ prompt: { mode: "auto" } }));
      expect(response.status).toBe(status);
      expect(await response.json()).toMatchObject({ kind, charged: false, stage: "prompt" });
    }
    expect(backend.images).toEqual([]);
  });

  it("shortens a written prompt that the image model would not take", async () => {
    const backend = createTestBackend({
      imageModels: { small: { model: { generate: () => createImage(8, 8) }, maxPromptLength: 60 } },
      write: async () => "word ".repeat(50),
    });
    const { output, stages, warnings } = await succeed(
      await backend.post("/generations", body({ prompt: { mode: "auto" }, style: "anime" })),
    );
    expect(stages?.sent?.length).toBeLessThanOrEqual(60);
    expect(output.prompt).toMatch(/word$/);
    expect(warnings).toMatchObject([{ code: "prompt_shortened" }]);
  });
});
