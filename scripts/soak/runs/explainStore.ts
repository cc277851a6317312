import type { SharedRunStore } from "../../../src/server/queue/SharedRunStore.ts";
import { createRun } from "./createRun.ts";
import type { WatchedPool } from "./createWatchedPool.ts";

/** Cost of one kind of call of a store. */
export interface CallCost {
  /** Pages that its statements touched together, at the median. */
  readonly pages: number;
  /** Kinds of statements that ever read a table from end to end. */
  readonly scans: readonly string[];
}

const SAMPLES = 21;

/** Explains each call of a store that a generation makes, over some runs. */
export async function explainStore(
  store: SharedRunStore,
  { explain }: WatchedPool,
): Promise<Readonly<Record<string, CallCost>>> {
  // Its first call looks for the tables too.
  await store.find("");
  const pages: Record<string, number[]> = {};
  const scans: Record<string, Set<string>> = {};
  const keep = async (name: string, work: () => Promise<unknown>) => {
    const costs = await explain(work);
    (pages[name] ??= []).push(costs.reduce((sum, cost) => sum + cost.pages, 0));
    const scanning = (scans[name] ??= new Set());
    for (const { kind, scans } of costs) if (scans) scanning.add(kind);
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
  return Object.fromEntries(
    Object.entries(pages).map(([name, values]) => [
      name,
      { pages: medianOf(values), scans: [...(scans[name] ?? [])] },
    ]),
  );
}

/** A page that is split, or a table that grows, makes a call dearer now and then. */
function medianOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
}
