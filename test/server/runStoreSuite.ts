import { expect, it, vi } from "vitest";
import type { Stages, StreamEvent } from "image-generation-node/contract";
import type { RunRecord, RunStore } from "image-generation-node/server";
import { until } from "./testBackend.js";

export const STAGES: Stages = {
  template: null,
  resolved: "A fox",
  written: null,
  sent: "A fox",
  revised: null,
};

/** A run as it is claimed. */
export function queued(more: Partial<RunRecord> = {}): RunRecord {
  return {
    id: `gen_${crypto.randomUUID()}`,
    scope: "a",
    key: crypto.randomUUID(),
    fingerprint: "f",
    status: "queued",
    stage: null,
    stages: null,
    usage: null,
    createdAt: Date.now(),
    startedAt: null,
    deadlineAt: null,
    imageStartedAt: null,
    imageArrivedAt: null,
    endedAt: null,
    abandonedAt: Date.now() + 35_000,
    request: null,
    generation: null,
    problem: null,
    storing: null,
    late: null,
    revision: 0,
    ...more,
  };
}

/** What every run store must do, whatever it keeps its runs in. Stores of two processes may be given by `open`. */
export function describeRunStore(open: (ttlMs: number) => RunStore): void {
  const DAY = 86_400_000;

  it("keeps a run as it is", async () => {
    const run = queued({ stages: { ...STAGES, sent: "Ein Füchslein \u0000 🦊 \u2028" }, request: '{"a":1}' });
    expect(await open(DAY).create(run)).toEqual({ created: true, run });
    expect(await open(DAY).get("a", run.id, true)).toEqual(run);
    const found = await open(DAY).findByKey("a", run.key);
    expect({ ...found, request: run.request }).toEqual(run);
  });

  it("gives a key to the first of two runs", async () => {
    const store = open(DAY);
    const first = queued();
    await store.create(first);
    const second = queued({ key: first.key });
    expect(await store.create(second)).toEqual({ created: false, run: first });
    expect(await store.get("a", second.id)).toBeNull();
    expect(await store.create(queued({ key: first.key, scope: "b" }))).toMatchObject({ created: true });
  });

  it("gives a key to one of twenty that claim it at once", async () => {
    const key = crypto.randomUUID();
    const stores = [open(DAY), open(DAY)];
    const claims = await Promise.all(
      Array.from({ length: 20 }, (_, index) => stores[index % 2]?.create(queued({ key }))),
    );
    expect(claims.filter((claim) => claim?.created)).toHaveLength(1);
    expect(new Set(claims.map((claim) => claim?.run.id)).size).toBe(1);
  });

  it("shows a run to its scope only", async () => {
    const store = open(DAY);
    const run = queued();
    await store.create(run);
    expect(await store.get("b", run.id)).toBeNull();
    expect(await store.findByKey("b", run.key)).toBeNull();
    expect(await store.update("b", run.id, 0, { status: "failed" })).toBeNull();
    expect(await store.get("a", "gen_\u0000 of nobody's")).toBeNull();
  });

  it("keeps scope and key apart, however they are spelled", async () => {
    const store = open(DAY);
    await store.create(queued({ scope: 'a","b', key: "c" }));
    expect(await store.findByKey("a", 'b","c')).toBeNull();
  });

  it("changes a run only from the revision that was seen", async () => {
    const store = open(DAY);
    const run = queued({ request: "{}" });
    await store.create(run);
    const next = { ...run, status: "running", request: null, revision: 1 };
    expect(await store.update("a", run.id, 0, { status: "running", request: null })).toEqual(next);
    expect(await store.update("a", run.id, 0, { status: "failed" })).toBeNull();
    expect(await store.update("a", "gen_unknown", 0, { status: "failed" })).toBeNull();
    expect(await open(DAY).get("a", run.id)).toEqual(next);
  });

  it("lets one of twenty changes from the same revision happen", async () => {
    const stores = [open(DAY), open(DAY)];
    const run = queued();
    await stores[0]?.create(run);
    const changes = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        stores[index % 2]?.update("a", run.id, 0, { startedAt: index }),
      ),
    );
    const [winner, ...others] = changes.filter((change) => change !== null);
    expect(others).toEqual([]);
    expect(await stores[0]?.get("a", run.id)).toEqual(winner);
  });

  it("frees a key only for the run that holds it, and keeps the prompt", async () => {
    const store = open(DAY);
    const run = queued();
    await store.create(run);
    const kept = { fingerprint: "f", written: "A fox", usage: { items: [] } };
    await store.freeKey("a", run.key, "gen_other", { ...kept, written: "A wolf" });
    expect(await store.findByKey("a", run.key)).toEqual(run);
    expect(await store.keptPrompt("a", run.key)).toBeNull();
    await store.freeKey("a", run.key, run.id, kept);
    expect(await store.findByKey("a", run.key)).toBeNull();
    expect(await store.get("a", run.id)).toEqual(run);
    expect(await store.keptPrompt("a", run.key)).toEqual(kept);
    expect(await store.keptPrompt("b", run.key)).toBeNull();
    const second = queued({ key: run.key });
    expect(await store.create(second)).toMatchObject({ created: true });
    await store.freeKey("a", run.key, second.id, null);
    expect(await store.keptPrompt("a", run.key)).toEqual(kept);
  });

  it("forgets a run and its key after their time", async () => {
    const store = open(300);
    const run = queued({ endedAt: Date.now(), status: "failed" });
    await store.create(run);
    const known = await store.findByKey("a", run.key);
    expect(known !== null || Date.now() >= run.createdAt + 300).toBe(true);
    await until(async () => (await store.get("a", run.id)) === null);
    expect(Date.now()).toBeGreaterThanOrEqual(run.createdAt + 300);
    expect(await store.findByKey("a", run.key)).toBeNull();
    expect(await store.create(queued({ key: run.key }))).toMatchObject({ created: true });
  });

  it("finds open reservations by the time from which somebody should look, until they are closed", async () => {
    const [writer, finder] = [open(DAY), open(DAY)];
    // Long ago by their times, so that no other test's run is among them.
    const open1 = { state: "open", token: "t \u0000 1", settleAfter: 20_000 } as const;
    const waiting = queued({ scope: "a \u0000", abandonedAt: 1_000, spending: open1 });
    const late = queued({ abandonedAt: 1_500, deadlineAt: 4_000, spending: open1 });
    const without = queued({ abandonedAt: 1_000 });
    for (const run of [late, waiting, without]) await writer.create(run);
    const find = async (until: number, limit = 10) =>
      (await finder.openReservations?.(until, limit))?.map((run) => ({ ...run, request: null }));
    expect(await find(1_000)).toEqual([]);
    expect(await find(1_001)).toEqual([waiting]);
    expect(await find(9_000)).toEqual([waiting]);
    expect(await find(9_001)).toEqual([waiting, late]);
    expect(await find(9_001, 1)).toEqual([waiting]);

    // From its end on, what its reservation says.
    const ended = { status: "failed", endedAt: 5_000 } as const;
    const next = await writer.update(waiting.scope, waiting.id, 0, ended);
    expect(await find(9_001)).toEqual([late]);
    expect(await find(20_000)).toEqual([late, next]);
    await writer.update("a", late.id, 0, { spending: { ...open1, state: "closed" } });
    expect(await find(20_000)).toEqual([next]);
    // A change that came too late leaves it as it is, whatever its writer knows.
    const sooner = { spending: { ...open1, settleAfter: 1 } };
    const settled = { spending: { ...open1, state: "closed" } } as const;
    for (const patch of [sooner, settled]) {
      expect(await writer.update(waiting.scope, waiting.id, 0, patch, waiting)).toBeNull();
      expect(await find(8_000)).toEqual([]);
      expect(await find(20_000)).toEqual([next]);
    }
    await writer.update(waiting.scope, waiting.id, 1, settled);
    expect(await find(20_000)).toEqual([]);
  });

  it("forgets open reservations with their runs", async () => {
    const store = open(300);
    const spending = { state: "open", token: "t", settleAfter: 2_000 } as const;
    const run = queued({ abandonedAt: 2_000, spending });
    await store.create(run);
    const find = async () => (await store.openReservations?.(2_001, 10))?.map(({ id }) => id);
    const found = await find();
    expect(found?.includes(run.id) === true || Date.now() >= run.createdAt + 300).toBe(true);
    await until(async () => (await find())?.includes(run.id) === false);
    expect(await find()).toEqual([]);
  });

  it("tells events, in order, to those who listen until they stop", async () => {
    const [teller, hearer] = [open(DAY), open(DAY)];
    const { id } = (await teller.create(queued({ stages: STAGES }))).run;
    const told: StreamEvent[] = [];
    const stop = await hearer.subscribe("a", id, (event) => void told.push(event));
    const other = vi.fn();
    const stopOther = await hearer.subscribe("b", id, other);
    const events: StreamEvent[] = [
      { event: "started", data: { id } },
      { event: "prompt", data: { stages: STAGES } },
      { event: "stage", data: { stage: "image", status: "started" } },
    ];
    for (const event of events) await teller.publish("a", id, event);
    await until(() => told.length === 3);
    expect(told).toEqual(events);
    stop();
    const later = vi.fn();
    const stopLater = await hearer.subscribe("a", id, later);
    await teller.publish("a", id, { event: "started", data: { id } });
    await until(() => later.mock.calls.length === 1);
    expect(told).toHaveLength(3);
    expect(other).not.toHaveBeenCalled();
    stopLater();
    stopOther();
  });

  it("tells an end with what the run ended with, however long", async () => {
    const store = open(DAY);
    const { id } = (await store.create(queued())).run;
    const problem = {
      type: "about:blank",
      title: "Blocked",
      status: 422,
      kind: "content_blocked",
      detail: "x".repeat(20_000),
      retryable: false,
      charged: false,
      requestId: "req_1",
    };
    const told: StreamEvent[] = [];
    const stop = await store.subscribe("a", id, (event) => void told.push(event));
    await store.update("a", id, 0, { status: "failed", problem, endedAt: Date.now() });
    await store.publish("a", id, { event: "error", data: problem });
    await until(() => told.length === 1);
    expect(told).toEqual([{ event: "error", data: problem }]);
    stop();
  });
}
