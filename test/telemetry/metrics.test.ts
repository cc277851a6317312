import { PrometheusSerializer } from "@opentelemetry/exporter-prometheus";
import { DataPointType } from "@opentelemetry/sdk-metrics";
import type { MetricData, ResourceMetrics } from "@opentelemetry/sdk-metrics";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { readDocument } from "../docs/documents.js";
import { createMeters } from "../../src/server/telemetry/createMeters.js";
import { failure, startAsync, statusOf } from "../server/runHelpers.js";
import { body, createTestBackend, succeed } from "../server/testBackend.js";
import { startTelemetry } from "./startTelemetry.js";
import type { StartedTelemetry } from "./startTelemetry.js";
import { abandoned } from "./abandoned.js";

let telemetry: StartedTelemetry;

beforeEach(() => {
  telemetry = startTelemetry();
});
afterEach(() => telemetry.stop());
afterAll(() => undefined);

/** Words of the language of the queries. */
const PROMQL = [
  "sum",
  "by",
  "rate",
  "increase",
  "histogram_quantile",
  "vector",
  "offset",
  "or",
  "ignoring",
  "group_left",
];

type Options = Parameters<typeof createTestBackend>[0];
const createMeasured = (options: Options = {}, more = {}) =>
  createTestBackend({ telemetry: { tracer: telemetry.tracer, meter: telemetry.meter, ...more }, ...options });

/** Points of a metric: attributes, and the count or sum. */
async function pointsOf(name: string) {
  const metric = (await telemetry.read()).find(({ descriptor }) => descriptor.name === name);
  return (metric?.dataPoints ?? []).map(({ attributes, value }) => ({
    ...attributes,
    value: typeof value === "number" ? value : (value as { count: number }).count,
  }));
}

describe("the metrics", () => {
  it("count generations by outcome, kind, charge and model", async () => {
    const backend = createMeasured();
    await succeed(await backend.post("/generations", body()));
    await succeed(await backend.post("/generations", body()));
    await createMeasured({ generate: failure(500) }).post("/generations", body());
    const model = { "gen_ai.request.model": "test/painter" };
    expect(await pointsOf("image_node.generations")).toEqual([
      { "image_node.outcome": "succeeded", "image_node.charged": "true", ...model, value: 2 },
      {
        "image_node.outcome": "failed",
        "error.type": "provider_error",
        "image_node.charged": "unknown",
        ...model,
        value: 1,
      },
    ]);
  });

  it("sum up costs by currency and model", async () => {
    const backend = createMeasured();
    for (let turn = 0; turn < 2; turn += 1) await succeed(await backend.post("/generations", body()));
    expect(await pointsOf("image_node.cost")).toEqual([
      { "image_node.currency": "USD", "gen_ai.request.model": "test/painter", value: 0.08 },
    ]);
  });

  it("time the calls of models, the steps without one and the wait for the start", async () => {
    const backend = createMeasured();
    await succeed(await backend.post("/generations", body({ prompt: { mode: "auto" } })));
    const provider = { "gen_ai.provider.name": "test" };
    expect(await pointsOf("gen_ai.client.operation.duration")).toEqual([
      {
        "gen_ai.operation.name": "chat",
        ...provider,
        "gen_ai.request.model": "test/writer",
        value: 1,
      },
      {
        "gen_ai.operation.name": "generate_content",
        ...provider,
        "gen_ai.request.model": "test/painter",
        value: 1,
      },
    ]);
    expect(await pointsOf("image_node.step.duration")).toEqual([
      { "image_node.step": "convert", value: 1 },
      { "image_node.step": "store", value: 1 },
    ]);
    expect(await pointsOf("image_node.queue.duration")).toEqual([
      { "gen_ai.request.model": "test/painter", value: 1 },
    ]);
  });

  it("tell what failed in a call, and in storing", async () => {
    const backend = createMeasured({ generate: async () => new Uint8Array([1, 2, 3]) });
    await backend.post("/generations", body());
    expect(await pointsOf("image_node.step.duration")).toEqual([
      { "image_node.step": "convert", "error.type": "bad_image", value: 1 },
    ]);
    await createMeasured({ generate: failure(401) }).post("/generations", body());
    expect(
      (await pointsOf("gen_ai.client.operation.duration")).map((point) => Object(point)["error.type"]),
    ).toEqual([undefined, "provider_misconfigured"]);
  });

  it("count a picture that is lost with its process, once", async () => {
    const { backend, id } = await abandoned(createMeasured, { imageStartedAt: 2 });
    await statusOf(backend, id);
    await statusOf(backend, id);
    expect(await pointsOf("image_node.pictures.lost")).toEqual([
      { "gen_ai.request.model": "test/painter", value: 1 },
    ]);
    expect(await pointsOf("image_node.generations")).toMatchObject([{ "error.type": "timeout", value: 1 }]);
  });

  it("do not count a picture as lost that was never asked for", async () => {
    const { backend, id } = await abandoned(createMeasured, { imageStartedAt: null });
    await statusOf(backend, id);
    expect(await pointsOf("image_node.pictures.lost")).toEqual([]);
    expect(await pointsOf("image_node.generations")).toMatchObject([{ "image_node.charged": "false" }]);
  });

  it("have no id of a run, a request, a workspace or a person", async () => {
    const { id } = await startAsync(createMeasured());
    await succeed(await createMeasured().post("/generations", body(), { "X-Scope": "acme" }));
    const text = JSON.stringify((await telemetry.read()).map(({ dataPoints }) => dataPoints));
    expect(text).toContain("test/painter");
    expect(
      ["acme", "workspace", "user", id, "req_", "gen_"].filter((word) => text.includes(`${word}"`)),
    ).toEqual([]);
  });

  it("have the workspace where the host asks for it", async () => {
    await succeed(
      await createMeasured({}, { scopes: true }).post("/generations", body(), { "X-Scope": "acme" }),
    );
    for (const name of ["image_node.generations", "image_node.cost"])
      expect(await pointsOf(name)).toMatchObject([{ "image_node.scope": "acme" }]);
  });

  it("count reservations that were made and settled, and runs that went on", async () => {
    const meters = createMeters({ tracer: telemetry.tracer, meter: telemetry.meter });
    meters.reserved("acme");
    meters.reserved("acme");
    meters.settled("acme");
    meters.resumed("acme", "test/painter");
    expect(await pointsOf("image_node.reservations.made")).toEqual([{ value: 2 }]);
    expect(await pointsOf("image_node.reservations.settled")).toEqual([{ value: 1 }]);
    expect(await pointsOf("image_node.runs.resumed")).toEqual([
      { "gen_ai.request.model": "test/painter", value: 1 },
    ]);
  });
});

describe("docs/operating.md", () => {
  const page = readDocument("docs/operating.md");

  /** Makes every metric, and writes them as the Prometheus exporter does. */
  async function exportAll(): Promise<{ text: string; metrics: readonly MetricData[] }> {
    const meters = createMeters({ tracer: telemetry.tracer, meter: telemetry.meter, scopes: true });
    const failed = { status: "failed", kind: "timeout", charged: null } as const;
    const usage = { items: [{ kind: "image", model: "m", amount: "1", currency: "USD" }] } as const;
    meters.ended({ scope: "s", imageModel: "m", ...failed });
    meters.spent("s", usage.items);
    meters.called(1, {
      "gen_ai.operation.name": "chat",
      "gen_ai.provider.name": "p",
      "gen_ai.request.model": "m",
      "error.type": "timeout",
    });
    meters.stepped("store", 1, "storage_failed");
    meters.waited(1, "m");
    meters.lost("s", "m");
    meters.resumed("s", "m");
    meters.reserved("s");
    meters.settled("s");
    const metrics = await telemetry.read();
    const collected = { resource: { attributes: {} }, scopeMetrics: [{ scope: { name: "test" }, metrics }] };
    return { text: new PrometheusSerializer().serialize(collected as unknown as ResourceMetrics), metrics };
  }

  it("counts only upwards: no process takes along what another began", async () => {
    const { metrics } = await exportAll();
    const counts = metrics.filter((metric) => metric.dataPointType === DataPointType.SUM);
    expect(counts.length).toBeGreaterThan(4);
    expect(counts.filter((metric) => !metric.isMonotonic)).toEqual([]);
  });

  it("lists every metric with its unit and attributes", async () => {
    const { metrics } = await exportAll();
    const rows = [...page.matchAll(/^\| `([\w.]+)` +\| (?:counter|histogram) .*$/gm)];
    expect(rows.map(([, name]) => name).sort()).toEqual(
      metrics.map(({ descriptor }) => descriptor.name).sort(),
    );
    for (const [row, name] of rows) {
      const metric = metrics.find(({ descriptor }) => descriptor.name === name);
      const attributes = Object.keys(metric?.dataPoints[0]?.attributes ?? {});
      expect(
        attributes.filter(
          (attribute) => attribute !== "image_node.scope" && !row.includes(`\`${attribute}\``),
        ),
      ).toEqual([]);
    }
  });

  it("asks in PromQL only for names and labels that the Prometheus exporter writes", async () => {
    const { text } = await exportAll();
    const known = new Set(
      [...text.matchAll(/^([a-z_]+)\{([^}]*)\}/gm)].flatMap(([, name = "", labels = ""]) => [
        name,
        ...labels.split(",").map((label) => label.split("=")[0] ?? ""),
      ]),
    );
    const queries = [...page.matchAll(/```promql\n([\s\S]*?)```/g)].map(([, query = ""]) => query).join("\n");
    const words = new Set(
      queries
        .replaceAll(/^#.*$/gm, "")
        .replaceAll(/"[^"]*"/g, "")
        .match(/\b[a-z]\w*\b/g),
    );
    for (const own of PROMQL) words.delete(own);
    expect(words.size).toBeGreaterThan(10);
    expect([...words].filter((word) => !known.has(word))).toEqual([]);
  });
});
