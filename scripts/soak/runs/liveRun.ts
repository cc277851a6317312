import type { SharedRunStore } from "../../../src/server/queue/SharedRunStore.ts";
import type { RunRecord } from "../../../src/server/runs/RunStore.ts";
import { createRun } from "./createRun.ts";

/** Kinds of calls of a store, each with the longest that one took, in milliseconds. */
export type LongestCalls = Map<string, number>;

/** Claims a run and brings it to its end by way of all its changes; some calls more read it. */
export async function liveRun(
  store: SharedRunStore,
  createdAt: number,
  longest: LongestCalls = new Map(),
): Promise<RunRecord> {
  const time = async <Value>(name: string, call: Promise<Value>): Promise<Value> => {
    const begun = performance.now();
    try {
      return await call;
    } finally {
      longest.set(name, Math.max(longest.get(name) ?? 0, performance.now() - begun));
    }
  };
  const { run, patches } = createRun(createdAt);
  await time("create", store.create(run));
  await time("findByKey", store.findByKey(run.scope, run.key));
  let current = run;
  for (const patch of patches) {
    const next = await time("update", store.update(run.scope, run.id, current.revision, patch));
    if (!next) throw new Error("A change of a run was refused.");
    current = next;
  }
  await time("get", store.get(run.scope, run.id));
  return current;
}

/** Claims a run that has ended already: a row like the others, for a tenth of the work. */
export async function createEnded(store: SharedRunStore, createdAt: number): Promise<void> {
  const { run, patches } = createRun(createdAt);
  await store.create(patches.reduce<RunRecord>((record, patch) => ({ ...record, ...patch }), run));
}
