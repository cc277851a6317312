import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { memoryRunStore } from "image-generation-node/server";
import { queued } from "./runStoreSuite.js";

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

// What every run store does is tested in runStores.test.ts.
describe("memoryRunStore", () => {
  it("forgets a run and its key after 24 hours", async () => {
    const store = memoryRunStore();
    const { run } = await store.create(queued({ endedAt: Date.now() }));
    vi.setSystemTime(Date.now() + 24 * 3_600_000 - 1);
    expect(await store.findByKey("a", run.key)).toEqual(run);
    vi.setSystemTime(Date.now() + 1);
    expect(await store.get("a", run.id)).toBeNull();
    expect(await store.create(queued({ key: run.key }))).toMatchObject({ created: true });
  });

  it("drops the oldest ended run when there are too many, and never one that runs", async () => {
    const store = memoryRunStore({ maxRuns: 2 });
    await store.create(queued({ id: "running" }));
    for (const id of ["1", "2", "3", "4"])
      await store.create(queued({ id, key: `key-${id}`, endedAt: Date.now(), status: "failed" }));
    expect(await store.get("a", "running")).not.toBeNull();
    expect(await store.get("a", "1")).toBeNull();
    expect(await store.findByKey("a", "key-1")).toBeNull();
    expect(await store.get("a", "4")).not.toBeNull();
  });
});
