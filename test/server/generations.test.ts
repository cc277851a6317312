import { describe, expect, it } from "vitest";
import { generationSchema } from "image-generation-node/contract";
import type { Generation } from "image-generation-node/contract";
import { sniffImage } from "../../src/server/sniffImage.js";
import { VARIABLES, body, createTestBackend, picture, readEvents } from "./testBackend.js";

const SEED =
  "A {{trigger.output.style}} illustration of {{agent.output.structured.subject}} with {{agent.output.structured.mood}} lighting";

async function succeed(response: Response): Promise<Generation> {
  expect(response.status).toBe(200);
  return generationSchema.parse(await response.json());
}

describe("POST /generations", () => {
  it("answers with exactly the documented output", async () => {
    const backend = createTestBackend();
    const response = await backend.post(
      "/generations",
      body({ prompt: { template: SEED }, aspectRatio: "landscape", style: "watercolor" }),
    );
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    expect(response.headers.get("Content-Type")).toBe("application/json");
    const { id, output, image, stages, warnings, usage, timings } = await succeed(response);
    const prompt = "A noir illustration of a red fox with calm lighting";
    const sent = `${prompt}. Style: watercolor, soft edges, artistic paper texture`;

    expect(id).toMatch(/^gen_[\w-]{22}$/);
    expect(Object.keys(output)).toEqual([
      "path",
      "_metadata",
      "imageUrl",
      "imagePath",
      "attachmentId",
      "prompt",
      "aspectRatio",
    ]);
    expect(Object.keys(output._metadata)).toEqual(["name", "mimeType", "sizeInKb", "attachmentId"]);
    expect(output.path).toMatch(/^\/mnt\/data\/\d+-workflow_image_generation-test\.png$/);
    expect(output.path).toBe(`/mnt/data/${output._metadata.name}`);
    expect(output.attachmentId).toMatch(/^att_[\w-]{22}$/);
    expect(output._metadata.attachmentId).toBe(output.attachmentId);
    expect(output.imagePath).toBe(`attachments/${output.attachmentId}.png`);
    expect(output).toMatchObject({ prompt, aspectRatio: "landscape" });
    expect(stages).toEqual({ template: SEED, resolved: prompt, written: null, sent, revised: null });
    expect(image).toMatchObject({ width: 1536, height: 864 });
    expect(warnings).toEqual([]);
    expect(usage).toEqual({
      items: [{ kind: "image", model: "test/painter", amount: "0.04", currency: "USD" }],
    });
    expect(timings?.promptMs).toBe(0);
    expect(backend.images).toEqual([
      expect.objectContaining({
        prompt: sent,
        content: prompt,
        width: 1536,
        height: 864,
        aspectRatio: "landscape",
        style: "watercolor",
      }),
    ]);
    expect(backend.prompts).toEqual([]);

    const bytes = new Uint8Array(await (await backend.get(output.imageUrl)).arrayBuffer());
    expect(sniffImage(bytes)).toEqual({ type: "png", width: 1536, height: 864 });
    expect(output._metadata.sizeInKb).toBe(Math.ceil(bytes.byteLength / 1024));
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    expect(image.sha256).toBe(Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join(""));
    const days = (Date.parse(image.expiresAt) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(6.99);
    expect(days).toBeLessThanOrEqual(7);
  });

  it("gives twenty at once twenty names", async () => {
    const backend = createTestBackend({ generate: () => picture(64, 64) });
    const all = await Promise.all(Array.from({ length: 20 }, () => backend.post("/generations", body())));
    const paths = await Promise.all(all.map(async (response) => (await succeed(response)).output.path));
    expect(new Set(paths).size).toBe(20);
  });

  it("follows the instructions in Prompt AI, and says what was written", async () => {
    const backend = createTestBackend({ write: async () => "  A fox in a suit \n" });
    const config = {
      prompt: { mode: "prompt_ai" as const, instructions: "Show {{agent.output.structured.subject}}" },
    };
    const { output, stages, usage } = await succeed(await backend.post("/generations", body(config)));
    expect(backend.prompts[0]).toMatchObject({
      mode: "prompt_ai",
      instructions: "Show a red fox",
      variables: VARIABLES,
    });
    expect(output.prompt).toBe("A fox in a suit");
    expect(stages).toEqual({
      template: "Show {{agent.output.structured.subject}}",
      resolved: "Show a red fox",
      written: "A fox in a suit",
      sent: "A fox in a suit",
      revised: null,
    });
    expect(usage?.items.map(({ kind }) => kind)).toEqual(["prompt", "image"]);
  });

  it("lets the writer choose in Auto", async () => {
    const backend = createTestBackend();
    const { stages } = await succeed(
      await backend.post("/generations", body({ prompt: { mode: "auto", template: "{{broken" } })),
    );
    expect(backend.prompts[0]).toMatchObject({ mode: "auto", instructions: "", variables: VARIABLES });
    expect(stages).toMatchObject({ template: null, resolved: null, written: "A red fox in the snow" });
  });

  it("draws what was seen when a written prompt comes back, and asks no writer", async () => {
    const backend = createTestBackend({ promptModels: {} });
    const config = { prompt: { mode: "prompt_ai" as const, instructions: "{{no.such}}" } };
    const response = await backend.post(
      "/generations",
      body(config, { input: { written: "Seen {{literally}}" } }),
    );
    expect((await succeed(response)).output.prompt).toBe("Seen {{literally}}");
  });

  it("takes a resolved text as it is", async () => {
    const response = await createTestBackend().post(
      "/generations",
      body({ prompt: { template: "{{no.such}}" } }, { input: { resolved: "A {{literal}} fox" } }),
    );
    expect((await succeed(response)).output.prompt).toBe("A {{literal}} fox");
  });

  it("never validates the prompt model in Manual", async () => {
    expect(
      (await createTestBackend().post("/generations", body({ promptModel: "retired/one" }))).status,
    ).toBe(200);
  });

  it("runs a retired model with a warning", async () => {
    const model = { generate: () => picture(8, 8) };
    const backend = createTestBackend({ imageModels: { old: { model, deprecated: true } } });
    expect((await succeed(await backend.post("/generations", body()))).warnings).toMatchObject([
      { code: "model_deprecated", params: { model: "old" } },
    ]);
  });

  it("loads variables by reference where the host can", async () => {
    const asked: unknown[] = [];
    const backend = createTestBackend({
      loadVariables: async (request) => {
        asked.push(request);
        return request.context.workflowRunId === "run_1" ? VARIABLES : null;
      },
    });
    const config = { prompt: { template: "{{agent.output.structured.subject}}" } };
    const { output } = await succeed(await backend.post("/generations", body(config, { variables: null })));
    expect(output.prompt).toBe("a red fox");
    expect(asked).toMatchObject([{ scope: "workspace", slugs: ["agent"] }]);
    const unknown = await backend.post(
      "/generations",
      body(config, { variables: null, context: { workflowRunId: "x" } }),
    );
    expect(await unknown.json()).toMatchObject({
      kind: "invalid_request",
      errors: [{ pointer: "#/context/workflowRunId" }],
    });
  });

  it("resolves with a host's own engine", async () => {
    const backend = createTestBackend({
      resolveTemplate: (text) => ({ text: text.toUpperCase(), diagnostics: [] }),
    });
    const { output } = await succeed(
      await backend.post("/generations", body({ prompt: { template: "<%= fox %>" } })),
    );
    expect(output.prompt).toBe("<%= FOX %>");
  });
});

describe("the picture", () => {
  it.each(["jpeg", "webp", "gif"] as const)("is a PNG when the model answers with a %s", async (format) => {
    const backend = createTestBackend({ generate: () => picture(320, 320, format) });
    const { output } = await succeed(await backend.post("/generations", body()));
    const response = await backend.get(output.imageUrl);
    expect(sniffImage(new Uint8Array(await response.arrayBuffer()))).toEqual({
      type: "png",
      width: 320,
      height: 320,
    });
  });

  it("is cut in the middle when its shape is not the asked one, and a warning says so", async () => {
    const backend = createTestBackend({ generate: () => picture(1536, 1024) });
    const { image, warnings } = await succeed(
      await backend.post("/generations", body({ aspectRatio: "landscape" })),
    );
    expect(image).toMatchObject({ width: 1536, height: 864 });
    expect(warnings).toMatchObject([{ code: "cropped", params: { from: "1536x1024", to: "1536x864" } }]);
  });

  it("is left alone within two percent", async () => {
    const backend = createTestBackend({ generate: () => picture(1792, 1024) });
    const { image, warnings } = await succeed(
      await backend.post("/generations", body({ aspectRatio: "landscape" })),
    );
    expect(image).toMatchObject({ width: 1792, height: 1024 });
    expect(warnings).toEqual([]);
  });

  const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>');
  const truncated = async () => (await picture(64, 64)).subarray(0, 60);
  const bomb = async () => {
    const bytes = await picture(8, 8);
    new DataView(bytes.buffer, bytes.byteOffset).setUint32(16, 20_000);
    new DataView(bytes.buffer, bytes.byteOffset).setUint32(20, 20_000);
    return bytes;
  };
  it.each([
    ["an SVG", async () => svg, "bad_image"],
    ["HTML", async () => new TextEncoder().encode("<html>Bad gateway</html>"), "bad_image"],
    ["a damaged PNG", truncated, "bad_image"],
    ["too many pixels", bomb, "bad_image"],
    ["no bytes", async () => new Uint8Array(), "no_image"],
    ["something else", async () => "text" as never, "no_image"],
  ])("is refused when it is %s", async (_, generate, kind) => {
    const response = await createTestBackend({ generate }).post("/generations", body());
    expect(response.status).toBe(502);
    expect(await response.json()).toMatchObject({ kind, charged: null, retryable: false });
  });
});

describe("POST /generations as an event stream", () => {
  const accept = { Accept: "text/event-stream, application/json;q=0.9" };

  it("tells each stage and ends with the result", async () => {
    const backend = createTestBackend({
      generate: async ({ onPartialImage }) => {
        onPartialImage?.(await picture(8, 8));
        return picture(64, 64);
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
});

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
      imageModels: { small: { model: { generate: () => picture(8, 8) }, maxPromptLength: 60 } },
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

it("counts code points, not code units", async () => {
  const model = { generate: () => picture(8, 8) };
  const backend = createTestBackend({ imageModels: { small: { model, maxPromptLength: 3 } } });
  expect((await backend.post("/generations", body({ prompt: { template: "🦊🦊🦊" } }))).status).toBe(200);
  expect((await backend.post("/generations", body({ prompt: { template: "🦊🦊🦊🦊" } }))).status).toBe(422);
});
