import { context, trace } from "@opentelemetry/api";
import { SpanKind, SpanStatusCode } from "@opentelemetry/api";
import type { ReadableSpan } from "@opentelemetry/sdk-trace";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { memoryRunStore, memoryStorage } from "image-generation-node/server";
import type { TelemetryOptions } from "image-generation-node/server";
import { failure, small, startAsync } from "../server/runHelpers.js";
import { BASE, body, createTestBackend, succeed, until } from "../server/testBackend.js";
import { API_KEY, WRITTEN, createFakeOpenAi } from "./fakeOpenAi.js";
import { parentOf, spanOf, startTelemetry, startTracer } from "./startTelemetry.js";
import type { StartedTelemetry } from "./startTelemetry.js";

let telemetry: StartedTelemetry;

beforeAll(() => {
  telemetry = startTelemetry();
});
afterEach(() => telemetry.reset());
afterAll(() => telemetry.stop());

const TRACEPARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
const SECRETS = {
  template: "Paint a heron by {{agent.output.structured.subject}} at dusk",
  value: "a red fox",
  key: "key-that-nobody-logs",
};

/** A back end with the real package of a provider behind both stages. */
function createTraced(
  more: Partial<TelemetryOptions> = {},
  options: Parameters<typeof createTestBackend>[0] = {},
) {
  const openai = createFakeOpenAi();
  return createTestBackend({
    imageModels: {
      image: {
        model: openai.image("gpt-image-1"),
        price: { currency: "USD", min: "0.04", max: "0.04" },
      },
    },
    promptModels: {
      writer: { model: openai.chat("gpt-5"), price: { currency: "USD", min: "0.001", max: "0.001" } },
    },
    telemetry: { tracer: telemetry.tracer, meter: telemetry.meter, ...more },
    ...options,
  });
}

const written = body({ prompt: { mode: "prompt_ai", instructions: SECRETS.template } });
const send = (backend: ReturnType<typeof createTestBackend>, request: unknown = written, headers = {}) =>
  backend.post("/generations", request, { "Idempotency-Key": SECRETS.key, ...headers });

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

describe("the trace of the caller", () => {
  it("goes on from traceparent and tracestate", async () => {
    await succeed(await send(createTraced(), body(), { traceparent: TRACEPARENT, tracestate: "vendor=1" }));
    const server = spanOf(telemetry.spans(), "POST /generations");
    expect(server.spanContext()).toMatchObject({ traceId: "0af7651916cd43dd8448eb211c80319c" });
    expect(server.spanContext().traceState?.serialize()).toBe("vendor=1");
    expect(server.parentSpanContext).toMatchObject({ spanId: "b7ad6b7169203331", isRemote: true });
  });

  it.each([
    "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331",
    "00-00000000000000000000000000000000-b7ad6b7169203331-01",
    "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
    "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
    "00-0AF7651916CD43DD8448EB211C80319C-B7AD6B7169203331-01",
    "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more",
    `${TRACEPARENT}, ${TRACEPARENT}`,
    "<script>",
  ])("does not follow %s", async (traceparent) => {
    await succeed(await send(createTraced(), body(), { traceparent }));
    const server = spanOf(telemetry.spans(), "POST /generations");
    expect(server.parentSpanContext).toBeUndefined();
    expect(server.spanContext().traceId).not.toBe("0af7651916cd43dd8448eb211c80319c");
  });

  it("follows a later version as far as this one goes", async () => {
    const later = TRACEPARENT.replace("00-", "01-").concat("-more");
    await succeed(await send(createTraced(), body(), { traceparent: later }));
    const server = spanOf(telemetry.spans(), "POST /generations");
    expect(server.spanContext().traceId).toBe("0af7651916cd43dd8448eb211c80319c");
  });

  it("gives way to a span of the host's, which then is the server's", async () => {
    const host = telemetry.tracer.startSpan("the host's server");
    const within = trace.setSpan(context.active(), host);
    await context.with(within, () => send(createTraced(), body(), { traceparent: TRACEPARENT }));
    const server = spanOf(telemetry.spans(), "POST /generations");
    expect(server.parentSpanContext?.spanId).toBe(host.spanContext().spanId);
    expect(server.kind).toBe(SpanKind.INTERNAL);
  });

  it("may be given by a page of another origin", async () => {
    const backend = createTestBackend({ allowedOrigins: ["https://page.example"] });
    const preflight = await backend.handler(
      new Request(`${BASE}/generations`, {
        method: "OPTIONS",
        headers: {
          Origin: "https://page.example",
          "Access-Control-Request-Headers": "content-type,idempotency-key,traceparent,tracestate",
        },
      }),
    );
    const allowed = preflight.headers.get("Access-Control-Allow-Headers")?.split(",");
    expect(allowed).toEqual(expect.arrayContaining(["traceparent", "tracestate"]));
  });
});

describe("the host's own code", () => {
  it("runs with the span active that it works for", async () => {
    const seen: Record<string, string | undefined> = {};
    const nameOf = () => (trace.getActiveSpan() as (ReadableSpan & { name: string }) | undefined)?.name;
    const storage = memoryStorage();
    const put = storage.put.bind(storage);
    const backend = createTestBackend({
      telemetry: { tracer: telemetry.tracer },
      generate: async () => {
        await Promise.resolve();
        seen.generate = nameOf();
        return small();
      },
      write: async () => {
        seen.write = nameOf();
        return "A fox";
      },
      storage: {
        ...storage,
        put: (...given) => {
          seen.put = nameOf();
          return put(...given);
        },
      },
      authorize: () => {
        seen.authorize = nameOf();
        return { scope: "workspace", subject: "user" };
      },
      hooks: { onGeneration: () => void (seen.onGeneration = nameOf()) },
    });
    await succeed(await send(backend));
    expect(seen).toEqual({
      authorize: "POST /generations",
      write: "chat test/writer",
      generate: "generate_content test/painter",
      put: "store",
      onGeneration: "generation",
    });
  });

  it("is not harmed by a tracer or a meter that throws", async () => {
    const broken = () => {
      throw new Error("broken");
    };
    const instrument = () => ({ add: broken, record: broken });
    const backend = createTestBackend({
      telemetry: {
        tracer: { startSpan: broken },
        meter: { createCounter: instrument, createUpDownCounter: instrument, createHistogram: instrument },
      },
    });
    await succeed(await send(backend));
  });
});

describe("where nothing keeps what is active", () => {
  it("is one trace all the same", async () => {
    context.disable();
    try {
      const { tracer, spans } = startTracer();
      await succeed(await send(createTraced({ tracer })));
      expect(spans()).toHaveLength(8);
      expect(spans().filter((span) => parentOf(span, spans()) === null)).toHaveLength(1);
    } finally {
      await telemetry.stop();
      telemetry = startTelemetry();
    }
  });
});

describe("an image that comes late", () => {
  it("is converted and stored in the run's trace, below a span of its own", async () => {
    let arrive: (bytes: Uint8Array) => void = () => undefined;
    const backend = createTestBackend({
      telemetry: { tracer: telemetry.tracer },
      generate: () => new Promise((resolve) => (arrive = resolve)),
      limits: { timeoutMs: 20 },
    });
    const { ended } = await startAsync(backend);
    expect((await ended()).status).toBe("failed");
    arrive(await small());
    await until(() => telemetry.spans().some(({ name }) => name === "late image"));
    const spans = telemetry.spans().filter((span) => !span.name.startsWith("GET"));
    const late = spanOf(spans, "late image");
    expect(parentOf(spanOf(spans, "store"), spans)).toBe(late);
    expect(parentOf(late, spans)?.name).toBe("generation");
    const image = spanOf(spans, "generate_content test/painter");
    expect(image.attributes).toMatchObject({ "error.type": "timeout", "image_node.charged": "unknown" });
  });
});

describe("without the option", () => {
  it("a run's record has no trace, whatever the caller sends", async () => {
    const runs = memoryRunStore();
    const backend = createTestBackend({ runs });
    const { id } = await succeed(await send(backend, body(), { traceparent: TRACEPARENT }));
    const run = await runs.get("workspace", id);
    expect(Object.keys(run ?? {})).not.toContain("trace");
    expect(telemetry.spans()).toEqual([]);
  });
});
