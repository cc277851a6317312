import { describe, expect, it, vi } from "vitest";
import { problemSchema } from "image-generation-node/contract";
import { LOCAL_ORIGINS, createImageNodeHandler, memoryStorage } from "image-generation-node/server";
import type { ImageNodeHandlerOptions } from "image-generation-node/server";
import { BASE, body, createTestBackend } from "./testBackend.js";

async function problemOf(response: Response) {
  expect(response.headers.get("Content-Type")).toBe("application/problem+json");
  expect(response.headers.get("Image-Generation-Contract")).toBe("1");
  const text = await response.text();
  expect(text).not.toMatch(/\bat .*\(|node_modules|\.ts:\d/);
  const problem = problemSchema.parse(JSON.parse(text));
  expect(problem.status).toBe(response.status);
  expect(problem.requestId).toMatch(/^req_/);
  return problem;
}

const long = "x".repeat(4_001);

describe("POST /generations with bad input", () => {
  it.each<[string, unknown, string, string | undefined]>([
    ["a body that is a list", [], "invalid_request", "#"],
    ["a body that is a text", '"text"', "invalid_request", "#"],
    ["a body that is null", "null", "invalid_request", "#"],
    ["no config", { variables: {} }, "invalid_request", "#/config"],
    ["another version", body({ version: 2 as never }), "invalid_request", "#/config/version"],
    ["no prompt", { config: { ...body().config, prompt: undefined } }, "invalid_request", "#/config/prompt"],
    [
      "an unknown mode",
      body({ prompt: { mode: "magic" as never } }),
      "invalid_request",
      "#/config/prompt/mode",
    ],
    [
      "a template that is a number",
      body({ prompt: { template: 7 as never } }),
      "invalid_request",
      "#/config/prompt/template",
    ],
    [
      "instructions that are a list",
      body({ prompt: { instructions: [] as never } }),
      "invalid_request",
      "#/config/prompt/instructions",
    ],
    ["a model that is a number", body({ imageModel: 4 as never }), "invalid_request", "#/config/imageModel"],
    ["a model that is empty", body({ imageModel: "" }), "invalid_request", "#/config/imageModel"],
    [
      "a prompt model that is an object",
      body({ promptModel: {} as never }),
      "invalid_request",
      "#/config/promptModel",
    ],
    ["an unknown ratio", body({ aspectRatio: "4:3" as never }), "invalid_request", "#/config/aspectRatio"],
    ["an unknown style", body({ style: "cubist" }), "invalid_request", "#/config/style"],
    ["a style of the prototype", body({ style: "__proto__" }), "invalid_request", "#/config/style"],
    ["variables that are a list", body({}, { variables: [] }), "invalid_request", "#/variables"],
    ["variables by reference", body({}, { variables: null }), "invalid_request", "#/variables"],
    ["an input that is a text", body({}, { input: "x" }), "invalid_request", "#/input"],
    [
      "a written prompt that is a number",
      body({}, { input: { written: 1 } }),
      "invalid_request",
      "#/input/written",
    ],
    ["a context that is a number", body({}, { context: 1 }), "invalid_request", "#/context"],
    [
      "an iteration of texts",
      body({}, { context: { iteration: ["a"] } }),
      "invalid_request",
      "#/context/iteration/0",
    ],
    ["an unknown image model", body({ imageModel: "no/such" }), "model_unavailable", "#/config/imageModel"],
    [
      "a model of the prototype",
      body({ imageModel: "constructor" }),
      "model_unavailable",
      "#/config/imageModel",
    ],
    [
      "an unknown prompt model",
      body({ promptModel: "no/such", prompt: { mode: "auto" } }),
      "model_unavailable",
      "#/config/promptModel",
    ],
    ["an empty prompt", body({ prompt: { template: " \n " } }), "empty_prompt", "#/config/prompt/template"],
    [
      "empty instructions",
      body({ prompt: { mode: "prompt_ai", instructions: "" } }),
      "empty_prompt",
      "#/config/prompt/instructions",
    ],
    [
      "an empty written prompt",
      body({ prompt: { mode: "auto" } }, { input: { written: " " } }),
      "empty_prompt",
      "#/input/written",
    ],
    [
      "a prompt that is too long",
      body({ prompt: { template: long } }),
      "prompt_too_long",
      "#/config/prompt/template",
    ],
    [
      "a missing variable",
      body({ prompt: { template: "A {{trigger.output.nope}}" } }),
      "missing_variable",
      "#/config/prompt/template",
    ],
    [
      "code in braces",
      body({ prompt: { template: "{{ 1 + 1 }}" } }),
      "invalid_template",
      "#/config/prompt/template",
    ],
    [
      "unclosed braces",
      body({ prompt: { template: "A {{trigger" } }),
      "invalid_template",
      "#/config/prompt/template",
    ],
    ["broken JSON", '{"config":', "invalid_json", undefined],
    ["JSON that is too deep", `{"variables":${"[".repeat(64)}${"]".repeat(64)}}`, "invalid_request", "#"],
    ["a body of 1 MB", body({}, { variables: { a: "x".repeat(1_000_000) } }), "payload_too_large", undefined],
  ])("refuses %s and calls no model", async (_, sent, kind, pointer) => {
    const backend = createTestBackend();
    const problem = await problemOf(
      await backend.post("/generations", sent, { Accept: "text/event-stream" }),
    );
    expect(problem).toMatchObject({ kind, charged: false, retryable: false });
    expect(problem.errors?.[0]?.pointer).toBe(pointer);
    expect(problem.status).toBe(kind === "invalid_json" ? 400 : kind === "payload_too_large" ? 413 : 422);
    expect([backend.images.length, backend.prompts.length]).toEqual([0, 0]);
  });

  it("names the missing variable", async () => {
    const response = await createTestBackend().post(
      "/generations",
      body({ prompt: { template: "A {{trigger.output.stile}} cat" } }),
    );
    const { errors } = await problemOf(response);
    expect(errors).toHaveLength(1);
    expect(errors?.[0]).toMatchObject({
      pointer: "#/config/prompt/template",
      code: "missing_variable",
      variable: "trigger.output.stile",
    });
    expect(errors?.[0]?.detail).toBeTruthy();
  });

  it("says in a sentence what was expected", async () => {
    const response = await createTestBackend().post("/generations", body({ aspectRatio: "4:3" as never }));
    expect((await problemOf(response)).errors?.[0]?.detail).toBe(
      'Expected "square" or "landscape" or "portrait".',
    );
  });

  it.each([
    ["the key missing", { "Idempotency-Key": "" }, 400, "idempotency_key_missing"],
    ["a key of odd letters", { "Idempotency-Key": "a b" }, 400, "idempotency_key_missing"],
    ["a key that is too long", { "Idempotency-Key": "x".repeat(256) }, 400, "idempotency_key_missing"],
    ["text instead of JSON", { "Content-Type": "text/plain" }, 415, "unsupported_media_type"],
    ["another origin", { Origin: "https://evil.test" }, 403, "forbidden"],
    ["an opaque origin", { Origin: "null" }, 403, "forbidden"],
    ["nobody signed in", { "X-Scope": "nobody" }, 401, "unauthorized"],
  ])("refuses %s", async (_, headers, status, kind) => {
    const response = await createTestBackend().post("/generations", body(), headers);
    expect(await problemOf(response)).toMatchObject({ status, kind });
  });

  it.each(["https://example.test", "https://editor.test"])(
    "takes calls from the origin %s",
    async (origin) => {
      const backend = createTestBackend({ allowedOrigins: ["https://editor.test"] });
      const response = await backend.post("/generations", body(), { Origin: origin });
      expect(response.status).toBe(200);
      expect(response.headers.get("Access-Control-Allow-Origin")).toBe(origin);
    },
  );

  it.each([
    ["http://localhost:5173", 200],
    ["http://localhost", 200],
    ["http://127.0.0.1:3000", 200],
    ["http://[::1]:8080", 200],
    ["https://localhost:5173", 403],
    ["http://localhost.evil.test:5173", 403],
    ["http://evil.test:5173", 403],
    ["null", 403],
  ])("judges the origin %s, where any port of this machine is listed, with %i", async (origin, status) => {
    const backend = createTestBackend({ allowedOrigins: LOCAL_ORIGINS });
    const response = await backend.post("/generations", body(), { Origin: origin });
    expect(response.status).toBe(status);
    expect(response.headers.get("Access-Control-Allow-Origin")).toBe(status === 200 ? origin : null);
  });

  it("takes no page of this machine unless it is listed", async () => {
    const response = await createTestBackend().post("/generations", body(), {
      Origin: "http://localhost:5173",
    });
    expect(await problemOf(response)).toMatchObject({ status: 403, kind: "forbidden" });
  });
});

describe("addresses and methods", () => {
  it("answers 404 where nothing is, and 405 with the methods that are", async () => {
    const backend = createTestBackend();
    expect(await problemOf(await backend.get("/nothing"))).toMatchObject({ status: 404, kind: "not_found" });
    const response = await backend.get("/generations");
    expect(response.headers.get("Allow")).toBe("POST");
    expect(await problemOf(response)).toMatchObject({ status: 405, kind: "method_not_allowed" });
  });

  it("matches whatever prefix it is mounted under", async () => {
    const { handler } = createTestBackend();
    expect((await handler(new Request("http://127.0.0.1:1/deep/er/catalog/"))).status).toBe(200);
  });
});

describe("authorize", () => {
  it("is told what is wanted, and of what", async () => {
    const authorize = vi.fn<NonNullable<ImageNodeHandlerOptions["authorize"]>>(() => ({
      scope: "a",
      subject: "b",
    }));
    const backend = createTestBackend({ authorize });
    await backend.get("/catalog");
    await backend.get("/generations/gen_1");
    await backend.remove("/generations/gen_1");
    await backend.post("/attachments/att_1/url", {});
    expect(authorize.mock.calls.map(([{ action, id }]) => [action, id])).toEqual([
      ["catalog", undefined],
      ["read", "gen_1"],
      ["cancel", "gen_1"],
      ["refresh_url", "att_1"],
    ]);
  });

  it("keeps what it throws inside, and tells the hook", async () => {
    const onError = vi.fn();
    const backend = createTestBackend({
      authorize: () => {
        throw new Error("database password=hunter2 is wrong");
      },
      hooks: { onError },
    });
    const problem = await problemOf(await backend.get("/catalog"));
    expect(problem).toMatchObject({ status: 500, kind: "internal" });
    expect(JSON.stringify(problem)).not.toContain("database");
    expect(onError).toHaveBeenCalledWith(
      expect.objectContaining({
        kind: "internal",
        requestId: problem.requestId,
        cause: { name: "Error", message: "database password=[redacted] is wrong" },
      }),
    );
  });
});

describe("createImageNodeHandler", () => {
  const options: ImageNodeHandlerOptions = {
    imageModels: {},
    storage: memoryStorage(),
    signingSecret: "secret, long enough to be taken!",
    publicUrl: BASE,
    authorize: () => null,
  };

  it.each<[string, Partial<ImageNodeHandlerOptions>]>([
    ["authorize", { authorize: undefined }],
    ["signingSecret", { signingSecret: "" }],
    ["publicUrl", { publicUrl: "/api/image-node" }],
  ])("refuses to be built without a proper %s and says what to do", (name, override) => {
    expect(() => createImageNodeHandler({ ...options, ...override })).toThrow(
      new RegExp(`needs \`${name}\``),
    );
  });

  it("can be built for everyone, by name", async () => {
    const handler = createImageNodeHandler({
      ...options,
      authorize: undefined,
      dangerouslyAllowAnonymous: true,
    });
    expect((await handler(new Request(`${BASE}/catalog`))).status).toBe(200);
  });
});
