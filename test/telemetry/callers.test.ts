import { context, trace } from "@opentelemetry/api";
import { SpanKind } from "@opentelemetry/api";
import type { ReadableSpan } from "@opentelemetry/sdk-trace";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { memoryRunStore, memoryStorage } from "image-generation-node/server";
import type { TelemetryOptions } from "image-generation-node/server";
import { small, startAsync } from "../server/runHelpers.js";
import { BASE, body, createTestBackend, succeed, until } from "../server/testBackend.js";
import type { TestBackendOptions } from "../server/testBackend.js";
import { createOpenAiBackend, send } from "./fakeOpenAi.js";
import { parentOf, spanOf, startTelemetry, startTracer } from "./startTelemetry.js";
import type { StartedTelemetry } from "./startTelemetry.js";

let telemetry: StartedTelemetry;

beforeAll(() => {
  telemetry = startTelemetry();
});
afterEach(() => telemetry.reset());
afterAll(() => telemetry.stop());

const TRACEPARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

const createTraced = (more: Partial<TelemetryOptions> = {}, options: TestBackendOptions = {}) =>
  createOpenAiBackend({ tracer: telemetry.tracer, meter: telemetry.meter, ...more }, options);

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
