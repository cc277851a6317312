import { createOpenAI } from "@ai-sdk/openai";
import { SpanKind, SpanStatusCode } from "@opentelemetry/api";
import type { ReadableSpan } from "@opentelemetry/sdk-trace";
import { MockImageModelV4 } from "ai/test";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { memoryRunStore } from "image-generation-node/server";
import type { TelemetryOptions } from "image-generation-node/server";
import { sendSubmit } from "../../src/server/journal/sendSubmit.js";
import type { ProviderCall } from "../../src/server/journal/ProviderCall.js";
import { failure } from "../server/runHelpers.js";
import { body, createTestBackend, succeed } from "../server/testBackend.js";
import type { TestBackendOptions } from "../server/testBackend.js";
import {
  API_KEY,
  SECRETS,
  WRITTEN,
  createFakeOpenAi,
  createOpenAiBackend,
  send,
  written,
} from "./fakeOpenAi.js";
import { parentOf, spanOf, startTelemetry } from "./startTelemetry.js";
import type { StartedTelemetry } from "./startTelemetry.js";

let telemetry: StartedTelemetry;

beforeAll(() => {
  telemetry = startTelemetry();
});
afterEach(() => telemetry.reset());
afterAll(() => telemetry.stop());

const createTraced = (more: Partial<TelemetryOptions> = {}, options: TestBackendOptions = {}) =>
  createOpenAiBackend({ tracer: telemetry.tracer, meter: telemetry.meter, ...more }, options);

/** All that a span says. */
const textOf = ({ name, attributes, events, status, links }: ReadableSpan) =>
  JSON.stringify({ name, attributes, events, status, links: links.map(({ attributes: own }) => own) });

describe("a generation in one process", () => {
  it("is one trace: the request, the run, its stages, requests to the provider, conversion and storing", async () => {
    await succeed(await send(createTraced()));
    const spans = telemetry.spans();
    const paths = spans.map((span) => {
      const path = [span.name];
      for (let up = parentOf(span, spans); up; up = parentOf(up, spans)) path.unshift(up.name);
      return path.join(" > ");
    });
    expect(paths.sort()).toEqual(
      [
        "POST /generations",
        "POST /generations > generation",
        "POST /generations > generation > chat gpt-5",
        "POST /generations > generation > chat gpt-5 > POST",
        "POST /generations > generation > convert",
        "POST /generations > generation > generate_content gpt-image-1",
        "POST /generations > generation > generate_content gpt-image-1 > POST",
        "POST /generations > generation > store",
      ].sort(),
    );
    expect(new Set(spans.map((span) => span.spanContext().traceId)).size).toBe(1);
  });

  it("names request, models, tokens and outcome by OpenTelemetry's conventions", async () => {
    await succeed(await send(createTraced()));
    const spans = telemetry.spans();
    const server = spanOf(spans, "POST /generations");
    expect(server.kind).toBe(SpanKind.SERVER);
    expect(server.attributes).toEqual({
      "http.request.method": "POST",
      "http.route": "/generations",
      "http.response.status_code": 200,
      "url.scheme": "https",
    });
    expect(spanOf(spans, "chat gpt-5").attributes).toEqual({
      "gen_ai.operation.name": "chat",
      "gen_ai.provider.name": "openai",
      "gen_ai.request.model": "gpt-5",
      "gen_ai.output.type": "text",
      "gen_ai.usage.input_tokens": 7,
      "gen_ai.usage.output_tokens": 5,
    });
    const image = spanOf(spans, "generate_content gpt-image-1");
    expect(image.kind).toBe(SpanKind.CLIENT);
    expect(image.attributes).toEqual({
      "gen_ai.operation.name": "generate_content",
      "gen_ai.provider.name": "openai",
      "gen_ai.request.model": "gpt-image-1",
      "gen_ai.output.type": "image",
      "gen_ai.usage.input_tokens": 11,
      "gen_ai.usage.output_tokens": 22,
    });
    const request = spans.find((span) => span.name === "POST" && parentOf(span, spans) === image);
    expect(request?.kind).toBe(SpanKind.CLIENT);
    expect(request?.attributes).toEqual({
      "http.request.method": "POST",
      "http.response.status_code": 200,
      "server.address": "images.example.test",
      "server.port": 443,
      "url.scheme": "https",
    });
    expect(spanOf(spans, "generation").attributes).toEqual({
      "image_node.run.id": expect.stringMatching(/^gen_/) as string,
      "image_node.mode": "prompt_ai",
      "image_node.image_model": "image",
      "image_node.prompt_model": "writer",
      "image_node.aspect_ratio": "square",
      "image_node.references": 0,
      "image_node.outcome": "succeeded",
      "image_node.charged": "true",
    });
    expect(spans.map((span) => span.status.code)).not.toContain(SpanStatusCode.ERROR);
  });

  it("holds no prompt, value, picture, key, link or person", async () => {
    const backend = createTraced();
    const { output } = await succeed(await send(backend));
    await backend.get(output.imageUrl);
    await backend.post(`/attachments/${output.attachmentId}/url`, {});
    const text = telemetry.spans().map(textOf).join("\n");
    expect(text).toContain("GET /attachments/{id}");
    const link = new URL(output.imageUrl);
    const secrets = [
      ...["heron", SECRETS.value, WRITTEN, SECRETS.key, API_KEY, "secret-path", "workspace", "run_1"],
      ...link.searchParams.values(),
      output.attachmentId,
    ];
    expect(secrets.length).toBeGreaterThan(9);
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
  });

  it("holds the texts of prompts where the host asks for them, and nothing more", async () => {
    await succeed(await send(createTraced({ recordContent: true })));
    const { attributes } = spanOf(telemetry.spans(), "generation");
    expect(attributes).toMatchObject({
      "image_node.prompt.template": SECRETS.template,
      "image_node.prompt.resolved": "Paint a heron by a red fox at dusk",
      "image_node.prompt.written": WRITTEN,
      "image_node.prompt.sent": expect.stringContaining(WRITTEN) as string,
    });
    const text = telemetry.spans().map(textOf).join("\n");
    expect([SECRETS.key, API_KEY, "secret-path"].filter((secret) => text.includes(secret))).toEqual([]);
  });

  it("marks answers that came from a run's journal", async () => {
    const openai = createFakeOpenAi();
    const { config } = openai.image("gpt-image-1") as unknown as { config: { fetch: typeof fetch } };
    const call: ProviderCall = {
      runs: memoryRunStore(),
      polls: true,
      entry: null,
      isResumed: false,
      isUncertain: false,
      isAway: false,
      knowsCosts: false,
      origin: "",
      keep: async () => undefined,
    };
    const replay: typeof fetch = async (...request) => {
      const answer = () => sendSubmit(call, new Request(...request), config.fetch);
      return (await answer()) && answer();
    };
    const model = createOpenAI({ apiKey: API_KEY, baseURL: "https://images.example.test/v1", fetch: replay });
    await succeed(
      await send(createTraced({}, { imageModels: { image: { model: model.image("gpt-image-1") } } })),
    );
    const spans = telemetry.spans();
    const below = (name: string) =>
      spans.find((span) => parentOf(span, spans) === spanOf(spans, name))?.attributes[
        "image_node.journal_replay"
      ];
    expect(below("generate_content gpt-image-1")).toBe(true);
    expect(below("chat gpt-5")).toBeUndefined();
  });

  it.each([
    ["openai.image", "openai"],
    ["azure.image", "azure.ai.openai"],
    ["amazon-bedrock", "aws.bedrock"],
    ["google.generative-ai", "gcp.gemini"],
    ["google.vertex.image", "gcp.vertex_ai"],
    ["xai.image", "x_ai"],
    ["googlish.image", "googlish"],
    ["replicate", "replicate"],
  ])("names the provider %s as the conventions do: %s", async (provider, name) => {
    const model = new MockImageModelV4({ provider, doGenerate: () => Promise.reject(new Error("none")) });
    await send(createTraced({}, { imageModels: { image: { model, imageUrls: "none" } } }), body());
    const image = spanOf(telemetry.spans(), "generate_content mock-model-id");
    expect(image.attributes["gen_ai.provider.name"]).toBe(name);
  });

  it("names the workspace only where the host asks for it", async () => {
    await succeed(await send(createTraced({ scopes: true }), written, { "X-Scope": "acme" }));
    expect(spanOf(telemetry.spans(), "generation").attributes["image_node.scope"]).toBe("acme");
  });
});

describe("a failure", () => {
  it("is told by kind and charge, without the words of the model", async () => {
    const openai = createFakeOpenAi((url) =>
      url.endsWith("/images/generations")
        ? Response.json(
            { error: { message: "heron is forbidden", code: "moderation_blocked" } },
            { status: 400 },
          )
        : undefined,
    );
    const backend = createTraced({}, { imageModels: { image: { model: openai.image("gpt-image-1") } } });
    expect((await send(backend)).status).toBe(422);
    const spans = telemetry.spans();
    const failed = { "error.type": "content_blocked", "image_node.error.kind": "content_blocked" };
    for (const name of ["generation", "generate_content gpt-image-1"]) {
      expect(spanOf(spans, name).attributes).toMatchObject({ ...failed, "image_node.charged": "false" });
      expect(spanOf(spans, name).status).toEqual({ code: SpanStatusCode.ERROR });
    }
    const image = spanOf(spans, "generate_content gpt-image-1");
    const request = spans.find((span) => parentOf(span, spans) === image);
    expect(request?.attributes).toMatchObject({ "http.response.status_code": 400, "error.type": "400" });
    expect(spanOf(spans, "POST /generations").status.code).toBe(SpanStatusCode.UNSET);
    expect(spans.flatMap(({ events }) => events)).toEqual([]);
    expect(spans.map(textOf).join("")).not.toContain("heron");
  });

  it("of a model whose cost nobody knows says so", async () => {
    const backend = createTestBackend({
      generate: failure(500),
      telemetry: { tracer: telemetry.tracer },
    });
    await send(backend, body());
    const { attributes } = spanOf(telemetry.spans(), "generation");
    expect(attributes).toMatchObject({
      "image_node.error.kind": "provider_error",
      "image_node.charged": "unknown",
    });
    expect(spanOf(telemetry.spans(), "POST /generations").status.code).toBe(SpanStatusCode.ERROR);
  });

  it("whose end nobody could write says that nobody knows", async () => {
    const gone = () => Promise.reject(new Error("gone"));
    const runs = { ...memoryRunStore(), update: gone, get: gone };
    await send(createTraced({}, { runs }));
    expect(spanOf(telemetry.spans(), "generation").attributes).toMatchObject({
      "error.type": "_OTHER",
      "image_node.charged": "unknown",
    });
  });

  it("before a run names its kind on the request", async () => {
    const backend = createTraced();
    await send(backend, body({ imageModel: "unknown" }));
    await backend.get("/nowhere");
    const [refused, lost] = telemetry.spans();
    expect(refused?.attributes).toMatchObject({
      "image_node.error.kind": "model_unavailable",
      "image_node.charged": "false",
    });
    expect([lost?.name, lost?.attributes["http.response.status_code"]]).toEqual(["GET", 404]);
  });
});
