import type { SharedRunStore } from "../../../src/server/queue/SharedRunStore.ts";
import { createRun } from "./createRun.ts";
import type { StatementCost, WatchedPool } from "./createWatchedPool.ts";

/** Calls of the store that a generation makes, each with what it cost. */
export type StoreCosts = Readonly<Record<string, readonly StatementCost[]>>;

const SAMPLES = 10;

/** Explains each call of a store, over some runs; of each call the dearest counts. */
export async function explainStore(store: SharedRunStore, { explain }: WatchedPool): Promise<StoreCosts> {
  // Its first call looks for the tables too.
  await store.find("");
  const costs: Record<string, readonly StatementCost[]> = {};
  const keep = async (name: string, work: () => Promise<unknown>) => {
    const found = await explain(work);
    if (pagesOf(found) >= pagesOf(costs[name] ?? [])) costs[name] = found;
  };
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    const { run, patches } = createRun(Date.now());
    const { scope, id, key } = run;
    await keep("create", () => store.create(run));
    await keep("find", () => store.find(id));
    await keep("get", () => store.get(scope, id));
    await keep("findByKey", () => store.findByKey(scope, key));
    await keep("keptPrompt", () => store.keptPrompt(scope, key));
    for (const [revision, patch] of patches.entries())
      await keep("update", () => store.update(scope, id, revision, patch));
    await keep("freeKey", () => store.freeKey(scope, key, id, null));
  }
  return costs;
}

/** Pages that some statements touched together. */
export function pagesOf(costs: readonly StatementCost[]): number {
  return costs.reduce((sum, { pages }) => sum + pages, 0);
}
