import { INVALID_SPAN_CONTEXT } from "@opentelemetry/api";
import type { Span } from "@opentelemetry/api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createGenerationRunner, memoryRunStore, memoryStorage } from "image-generation-node/server";
import type { TelemetryOptions } from "image-generation-node/server";
import { small, startAsync } from "../server/runHelpers.js";
import { BASE, body, createTestBackend, succeed } from "../server/testBackend.js";
import { startTelemetry } from "./startTelemetry.js";
import type { StartedTelemetry } from "./startTelemetry.js";

let telemetry: StartedTelemetry;
beforeAll(() => {
  telemetry = startTelemetry();
});
afterAll(() => telemetry.stop());

const broken = () => {
  throw new Error("broken");
};
const rejected = () => Promise.reject(new Error("broken"));

/** Tracer of the SDK whose spans have other members. */
const spansWith = (more: Partial<Record<keyof Span, unknown>>) => () => ({
  startSpan: (...given: Parameters<typeof telemetry.tracer.startSpan>) =>
    Object.assign(telemetry.tracer.startSpan(...given), more),
});
const tracerOf = (startSpan: () => unknown) => () => ({ startSpan });
const IDS = { traceId: "1".repeat(32), spanId: "2".repeat(16), traceFlags: 1 };

const TRACERS: readonly [what: string, create: () => unknown][] = [
  ["throws", tracerOf(broken)],
  ["gives nothing", tracerOf(() => undefined)],
  ["gives null", tracerOf(() => null)],
  ["gives a span without members", tracerOf(() => ({}))],
  ["gives a span that does not say its ids", spansWith({ spanContext: broken })],
  ["gives a span with no ids", spansWith({ spanContext: () => undefined })],
  ["gives a span with ids that say nothing", spansWith({ spanContext: () => INVALID_SPAN_CONTEXT })],
  [
    "gives a span whose state cannot be written",
    spansWith({ spanContext: () => ({ ...IDS, traceState: { serialize: broken } }) }),
  ],
  ["gives a span that takes no attributes", spansWith({ setAttributes: broken })],
  ["gives a span that takes no status", spansWith({ setStatus: broken })],
  ["gives a span that does not end", spansWith({ end: broken })],
  ["gives a span that rejects", spansWith({ setAttributes: rejected, setStatus: rejected, end: rejected })],
];

const METERS: readonly [what: string, meter: unknown][] = [
  ["throws", { createCounter: broken, createHistogram: broken }],
  ["gives nothing", { createCounter: () => undefined, createHistogram: () => undefined }],
  ["has no distributions", { createCounter: () => ({ add: () => undefined }) }],
  [
    "gives what throws",
    { createCounter: () => ({ add: broken }), createHistogram: () => ({ record: broken }) },
  ],
];

/** A handler that carries runs out itself, or over a worker which has the same telemetry. */
function create(given: unknown, isHandedOver: boolean, generate = small) {
  const shared = {
    runs: memoryRunStore(),
    storage: memoryStorage(),
    imageModels: { "test/painter": { model: { generate } } },
    promptModels: { "test/writer": { model: { write: async () => "A fox" } } },
    telemetry: given as TelemetryOptions,
  };
  const secret = { signingSecret: "a secret of the worker's own, long enough to be taken" };
  const runner = createGenerationRunner({ ...shared, ...secret, publicUrl: BASE });
  const backend = createTestBackend({ ...shared, ...(isHandedOver && { dispatch: runner.execute }) });
  return { backend, runs: shared.runs };
}

/** Draws an image, writes a prompt, and asks for an image that is refused. */
async function carryOut(given: unknown) {
  for (const isHandedOver of [false, true]) {
    const { backend } = create(given, isHandedOver);
    await succeed(await backend.post("/generations", body({ prompt: { mode: "auto" } })));
    expect((await backend.post("/prompts", body({ prompt: { mode: "auto" } }))).status).toBe(200);
    expect((await backend.get("/catalog")).status).toBe(200);
    const failing = create(given, isHandedOver, () => Promise.reject(new Error("no")));
    const { ended } = await startAsync(failing.backend);
    expect(await ended()).toMatchObject({ status: "failed", problem: { kind: "provider_error" } });
  }
}

describe("no generation is harmed by a tracer that", () => {
  it.each(TRACERS)("%s", async (_, createTracer) => {
    await carryOut({ tracer: createTracer(), meter: telemetry.meter });
  });
});

describe("no generation is harmed by a meter that", () => {
  it.each(METERS)("%s", async (_, meter) => {
    await carryOut({ tracer: telemetry.tracer, meter });
  });
});

describe("the trace of a run", () => {
  const traceFrom = async (createTracer: () => unknown) => {
    const { backend, runs } = create({ tracer: createTracer() }, false);
    const { id } = await succeed(await backend.post("/generations", body()));
    return (await runs.get("workspace", id))?.trace;
  };

  it("is not noted where its span says no ids that another could go on from", async () => {
    expect(await traceFrom(spansWith({ spanContext: broken }))).toBeUndefined();
    expect(await traceFrom(spansWith({ spanContext: () => INVALID_SPAN_CONTEXT }))).toBeUndefined();
  });

  it("is noted without a state that cannot be written", async () => {
    const spanContext = () => ({ ...IDS, traceState: { serialize: broken } });
    expect(await traceFrom(spansWith({ spanContext }))).toEqual({
      traceparent: `00-${IDS.traceId}-${IDS.spanId}-01`,
      attempt: IDS.spanId,
    });
  });
});
