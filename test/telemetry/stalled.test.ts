import { describe, expect, it, vi } from "vitest";
import { memoryRunStore } from "image-generation-node/server";
import type { GenerationReport, RunRecord, TelemetryOptions } from "image-generation-node/server";
import { holdClocks, small, startAsync, statusOf } from "../server/runHelpers.js";
import { createTestBackend, deferred, until } from "../server/testBackend.js";

type TelemetryMeter = NonNullable<TelemetryOptions["meter"]>;

/** A run in its image model, whose process a reader takes for dead, though it lives. */
async function startStalled() {
  const runs = memoryRunStore();
  const image = deferred<Uint8Array>();
  const reports: GenerationReport[] = [];
  const sums = new Map<string, number>();
  const meter: TelemetryMeter = {
    createCounter: (name) => ({ add: (value) => void sums.set(name, (sums.get(name) ?? 0) + value) }),
    createHistogram: () => ({ record: () => undefined }),
  };
  const counts = () => ({
    lost: sums.get("image_node.pictures.lost") ?? 0,
    generations: sums.get("image_node.generations") ?? 0,
  });
  const backend = createTestBackend({
    runs,
    generate: () => image.promise,
    telemetry: { tracer: { startSpan: () => ({}) as never }, meter },
    hooks: { onError: () => undefined, onGeneration: (report) => void reports.push(report) },
  });
  const { id } = await startAsync(backend);
  await until(() => backend.images.length === 1);
  const { revision } = (await runs.get("workspace", id)) as RunRecord;
  await runs.update("workspace", id, revision, { abandonedAt: 1 });
  expect(await statusOf(backend, id)).toMatchObject({ status: "failed", problem: { reason: "interrupted" } });
  return { backend, id, image, reports, counts };
}

/** Longer than a late image is waited for. */
const LONG_MS = 600_000;

describe("the picture of a run whose process says nothing any more", () => {
  it("is not lost where it comes late after all, and its end is told once", async () => {
    const { pass } = holdClocks();
    const { backend, id, image, reports, counts } = await startStalled();
    expect(counts()).toEqual({ lost: 0, generations: 1 });
    image.resolve(await small());
    await vi.waitFor(async () => expect((await statusOf(backend, id)).late).toBeTruthy());
    await pass(LONG_MS);
    expect(counts()).toEqual({ lost: 0, generations: 1 });
    expect(reports).toHaveLength(1);
  });

  it("is lost once it is not waited for any longer", async () => {
    const { pass } = holdClocks();
    const { backend, id, counts } = await startStalled();
    await pass(LONG_MS);
    await vi.waitFor(() => expect(counts()).toEqual({ lost: 1, generations: 1 }));
    await statusOf(backend, id);
    await pass(LONG_MS);
    expect(counts()).toEqual({ lost: 1, generations: 1 });
  });
});
