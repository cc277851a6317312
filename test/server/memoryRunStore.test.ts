import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { memoryRunStore } from "image-generation-node/server";
import type { RunRecord } from "image-generation-node/server";

function run(id: string, more: Partial<RunRecord> = {}): RunRecord {
  return {
    id,
    scope: "a",
    key: `key-${id}`,
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
    abandonedAt: Date.now() + 60_000,
    request: null,
    generation: null,
    problem: null,
    storing: null,
    late: null,
    revision: 0,
    ...more,
  };
}

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

describe("memoryRunStore", () => {
  it("gives a key to the first of two runs", async () => {
    const store = memoryRunStore();
    expect(await store.create(run("1", { key: "k" }))).toMatchObject({ created: true });
    expect(await store.create(run("2", { key: "k" }))).toMatchObject({ created: false, run: { id: "1" } });
    expect(await store.create(run("3", { key: "k", scope: "b" }))).toMatchObject({ created: true });
    expect(await store.findByKey("a", "k")).toMatchObject({ id: "1" });
    expect(await store.get("b", "1")).toBeNull();
  });

  it("keeps scope and key apart, however they are spelled", async () => {
    const store = memoryRunStore();
    await store.create(run("1", { scope: 'a","b', key: "c" }));
    expect(await store.findByKey("a", 'b","c')).toBeNull();
  });

  it("changes a run only from the revision that was seen", async () => {
    const store = memoryRunStore();
    await store.create(run("1"));
    expect(await store.update("a", "1", 0, { status: "running" })).toMatchObject({
      status: "running",
      revision: 1,
    });
    expect(await store.update("a", "1", 0, { status: "failed" })).toBeNull();
    expect(await store.get("a", "1")).toMatchObject({ status: "running" });
  });

  it("frees a key only for the run that holds it, and keeps the prompt", async () => {
    const store = memoryRunStore();
    await store.create(run("1", { key: "k" }));
    await store.freeKey("a", "k", "other", null);
    expect(await store.findByKey("a", "k")).toMatchObject({ id: "1" });
    const kept = { fingerprint: "f", written: "A fox", usage: { items: [] } };
    await store.freeKey("a", "k", "1", kept);
    expect(await store.findByKey("a", "k")).toBeNull();
    expect(await store.get("a", "1")).toMatchObject({ id: "1" });
    expect(await store.keptPrompt("a", "k")).toEqual(kept);
    expect(await store.create(run("2", { key: "k" }))).toMatchObject({ created: true });
  });

  it("forgets after 24 hours", async () => {
    const store = memoryRunStore();
    await store.create(run("1", { endedAt: Date.now() }));
    vi.setSystemTime(Date.now() + 24 * 3_600_000 - 1);
    expect(await store.findByKey("a", "key-1")).toMatchObject({ id: "1" });
    vi.setSystemTime(Date.now() + 1);
    expect(await store.get("a", "1")).toBeNull();
    expect(await store.create(run("2", { key: "key-1" }))).toMatchObject({ created: true });
  });

  it("drops the oldest ended run when there are too many, and never one that runs", async () => {
    const store = memoryRunStore({ maxRuns: 2 });
    await store.create(run("running"));
    for (const id of ["1", "2", "3", "4"])
      await store.create(run(id, { endedAt: Date.now(), status: "failed" }));
    expect(await store.get("a", "running")).not.toBeNull();
    expect(await store.get("a", "1")).toBeNull();
    expect(await store.findByKey("a", "key-1")).toBeNull();
    expect(await store.get("a", "4")).not.toBeNull();
  });

  it("tells events to those who listen, until they stop", async () => {
    const store = memoryRunStore();
    const listener = vi.fn();
    const stop = await store.subscribe("a", "1", listener);
    await store.publish("a", "1", { event: "started", data: { id: "1" } });
    await store.publish("b", "1", { event: "started", data: { id: "1" } });
    stop();
    await store.publish("a", "1", { event: "started", data: { id: "1" } });
    expect(listener).toHaveBeenCalledTimes(1);
  });
});
