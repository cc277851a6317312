import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ImageNodeError, createImageNodeConfig } from "image-generation-node/contract";
import type { GenerationRequest } from "image-generation-node/contract";
import type { Outcome } from "image-generation-node/client";
import type { BatchItem } from "../../src/react/preview/gallery/Batch.js";
import { createBatchRecord } from "../../src/react/preview/gallery/createBatchRecord.js";
import { generationOf } from "./samples.js";

const requestsOf = (count: number): GenerationRequest[] =>
  Array.from({ length: count }, (_, index) => ({
    config: createImageNodeConfig({ prompt: { template: `Lamp ${index}` } }),
  }));
const usageOf = (amount: string) => ({ items: [{ kind: "image", amount, currency: "USD" }] });
const baseOf = (index: number) => ({ index, key: `key_${index}`, fingerprint: `f_${index}` });
const madeOf = (index: number, more = {}): Outcome => ({
  ...baseOf(index),
  status: "succeeded",
  generation: generationOf({ id: `gen_${index}`, usage: usageOf(String(index)) }),
  reused: false,
  ...more,
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("the state of a batch", () => {
  it("is a new object after a change alone, and the old one stays as it was", () => {
    const record = createBatchRecord();
    record.begin(requestsOf(3), 1);
    const first = record.getSnapshot();
    expect(record.getSnapshot()).toBe(first);
    record.settle(madeOf(0));
    const second = record.getSnapshot();
    expect(record.getSnapshot()).toBe(second);
    expect(first).toMatchObject({ succeeded: 0, outcomes: [undefined, undefined, undefined] });
    expect(first.items.map(({ status }) => status)).toEqual(["running", "waiting", "waiting"]);
    expect(second.items.map(({ status }) => status)).toEqual(["succeeded", "running", "waiting"]);
    expect(second.items[2]).toBe(first.items[2]);
    vi.runAllTimers();
    expect(record.getSnapshot()).toBe(second);
  });

  it("keeps the lists that an event does not change", () => {
    const record = createBatchRecord();
    record.begin(requestsOf(3), 1);
    record.settle(madeOf(0));
    const before = record.getSnapshot();
    record.noteId(1, "gen_1");
    const after = record.getSnapshot();
    expect(after).not.toBe(before);
    expect(after.outcomes).toBe(before.outcomes);
    expect(after.usage).toBe(before.usage);
  });

  it.each([20, 40])(
    "is told once for %i events of one moment, and at once at the start and the end",
    (count) => {
      const record = createBatchRecord();
      const told: number[] = [];
      record.subscribe(() => told.push(record.getSnapshot().succeeded));
      record.begin(requestsOf(count), 3);
      expect(told).toEqual([0]);
      for (let index = 0; index < count; index += 1) {
        record.noteId(index, `gen_${index}`);
        record.settle(madeOf(index));
      }
      expect(told).toEqual([0]);
      expect(record.getSnapshot().succeeded).toBe(count);
      vi.runAllTimers();
      expect(told).toEqual([0, count]);
      record.end();
      expect(told).toEqual([0, count, count]);
      vi.runAllTimers();
      expect(told).toHaveLength(3);
    },
  );

  it("counts the cost of a failed attempt also while it is repeated", () => {
    const record = createBatchRecord();
    const error = new ImageNodeError({ kind: "content_blocked", charged: true, usage: usageOf("0.02") });
    record.begin(requestsOf(1), 1);
    record.settle({ ...baseOf(0), status: "failed", error });
    record.end();
    record.beginRetry(0, error);
    expect(record.getSnapshot()).toMatchObject({ status: "running", failed: 0, usage: usageOf("0.02") });
    record.settle(madeOf(0));
    expect(record.getSnapshot().usage.items.map(({ amount }) => amount)).toEqual(["0.02", "0"]);
  });
});

type Step =
  | { kind: "id"; index: number }
  | { kind: "settle"; index: number; as: number }
  | { kind: "retry"; index: number; keeps: boolean }
  | { kind: "end" };

const COUNT = 6;
const place = fc.nat(COUNT - 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant("id" as const), index: place }),
  fc.record({ kind: fc.constant("settle" as const), index: place, as: fc.nat(7) }),
  fc.record({ kind: fc.constant("retry" as const), index: place, keeps: fc.boolean() }),
  fc.constant({ kind: "end" as const }),
);

const ENDS: readonly ((index: number) => Outcome)[] = [
  (index) => madeOf(index),
  (index) => madeOf(index, { reused: true }),
  (index) => madeOf(index, { generation: generationOf({ id: "gen_unpriced" }) }),
  (index) => ({ ...baseOf(index), status: "aborted" }),
  (index) => ({
    ...baseOf(index),
    status: "undone",
    error: new ImageNodeError({ kind: "credits_exhausted", charged: false }),
  }),
  (index) => failedOf(index, { kind: "network" }),
  (index) => failedOf(index, { kind: "content_blocked", charged: false }),
  (index) => failedOf(index, { kind: "internal", charged: true, usage: usageOf("0.02") }),
];
const failedOf = (index: number, error: ConstructorParameters<typeof ImageNodeError>[0]): Outcome => ({
  ...baseOf(index),
  status: "failed",
  error: new ImageNodeError(error),
});

/** What is known of a batch, from which its state is described anew. */
interface Facts {
  requests: readonly GenerationRequest[];
  outcomes: (Outcome | undefined)[];
  retried: Set<number>;
  earlier: ImageNodeError[];
  ids: Map<number, string>;
  concurrency: number;
  running: boolean;
}

/** Describes a batch from scratch: the plain definition that the record keeps up with. */
function describeAnew({ requests, outcomes, retried, earlier, ids, concurrency, running }: Facts) {
  let free = running ? concurrency : 0;
  const items = requests.map((request, index): BatchItem => {
    const outcome = outcomes[index];
    const id = ids.get(index);
    if (retried.has(index)) return { index, request, id, status: "running" };
    if (outcome?.status === "aborted") return { index, request, id, status: "aborted" };
    if (outcome?.status === "undone") return { index, request, id, status: "undone", error: outcome.error };
    if (outcome?.status === "failed")
      return { index, request, id: outcome.error.id ?? id, status: "failed", error: outcome.error };
    if (outcome) {
      const { generation, reused } = outcome;
      return { index, request, id: generation.id, status: "succeeded", generation, reused };
    }
    free -= 1;
    return { index, request, id, status: id !== undefined || free >= 0 ? "running" : "waiting" };
  });
  const made = items.flatMap((item) => (item.generation && !item.reused ? [item.generation] : []));
  const errors = [...earlier, ...items.flatMap((item) => item.error ?? [])];
  return {
    status: running || retried.size > 0 ? "running" : "done",
    items,
    succeeded: items.filter((item) => item.status === "succeeded").length,
    failed: items.filter((item) => item.status === "failed" || item.status === "aborted").length,
    undone: items.filter((item) => item.status === "undone").length,
    usage: sortLines([...made, ...errors].flatMap(({ usage }) => usage?.items ?? [])),
    usageIsPartial:
      errors.some((error) => error.charged !== false && !error.usage) ||
      made.some((generation) => !generation.usage) ||
      items.some((item) => item.status === "aborted"),
    outcomes,
  };
}

const sortLines = (lines: readonly { amount?: string | number | undefined }[]) =>
  lines.map(({ amount }) => Number(amount)).sort((a, b) => a - b);

it("the state of a batch is what its events say, in any order of them", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4 }), fc.array(step, { maxLength: 40 }), (concurrency, steps) => {
      const requests = requestsOf(COUNT);
      const record = createBatchRecord();
      const facts: Facts = {
        requests,
        outcomes: requests.map(() => undefined),
        retried: new Set(),
        earlier: [],
        ids: new Map(),
        concurrency,
        running: true,
      };
      record.begin(requests, concurrency);
      for (const each of steps) {
        take(each, facts, record);
        const { usage, ...state } = record.getSnapshot();
        expect({ ...state, usage: sortLines(usage.items) }).toEqual(describeAnew(facts));
      }
    }),
  );
});

/** Takes a step that can happen now, in the facts and in the record. */
function take(each: Step, facts: Facts, record: ReturnType<typeof createBatchRecord>) {
  if (each.kind === "end") {
    facts.running = false;
    record.end();
    return;
  }
  const { index } = each;
  const last = facts.outcomes[index];
  const isRetried = facts.retried.has(index);
  if (each.kind === "id") {
    facts.ids.set(index, `run_${index}`);
    record.noteId(index, `run_${index}`);
  } else if (each.kind === "settle") {
    const outcome = ENDS[each.as]?.(index);
    if (!outcome || (last && !isRetried)) return;
    facts.outcomes[index] = outcome;
    facts.retried.delete(index);
    record.settle(outcome);
  } else if (last && last.status !== "succeeded" && !isRetried) {
    const spent = each.keeps && last.status === "failed" ? last.error : undefined;
    if (spent) facts.earlier.push(spent);
    facts.retried.add(index);
    facts.ids.delete(index);
    record.beginRetry(index, spent);
  }
}
