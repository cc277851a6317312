import { describe, expect, it } from "vitest";
import { sniffImage } from "../../src/server/png/sniffImage.js";
import { VARIABLES, body, createTestBackend, createImage, succeed } from "./testBackend.js";

const SEED =
  "A {{trigger.output.style}} illustration of {{agent.output.structured.subject}} with {{agent.output.structured.mood}} lighting";

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
    const backend = createTestBackend({ generate: () => createImage(64, 64) });
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
    const model = { generate: () => createImage(8, 8) };
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

it("counts code points, not code units", async () => {
  const model = { generate: () => createImage(8, 8) };
  const backend = createTestBackend({ imageModels: { small: { model, maxPromptLength: 3 } } });
  expect((await backend.post("/generations", body({ prompt: { template: "🦊🦊🦊" } }))).status).toBe(200);
  expect((await backend.post("/generations", body({ prompt: { template: "🦊🦊🦊🦊" } }))).status).toBe(422);
});
