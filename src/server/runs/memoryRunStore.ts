import type { KeptPrompt, RunRecord, RunStore } from "./RunStore.js";
import { createRunListeners, nameOf } from "./createRunListeners.js";

/** Options of {@link memoryRunStore}. */
export interface MemoryRunStoreOptions {
  /** Milliseconds that an ended run is kept; 24 hours by default. @default 86400000 */
  ttlMs?: number | undefined;
  /** Most runs that are kept; 10,000 by default. The oldest ended ones go first. @default 10000 */
  maxRuns?: number | undefined;
}

/** Keeps runs in this process, for one machine. A restart forgets them. */
export function memoryRunStore(options: MemoryRunStoreOptions = {}): RunStore {
  const { ttlMs = 24 * 60 * 60 * 1000, maxRuns = 10_000 } = options;
  const memory: Memory = { runs: new Map(), idsByKey: new Map(), kept: new Map() };
  const { runs, idsByKey, kept } = memory;
  const fresh = (run: RunRecord | undefined) => (run && run.createdAt > Date.now() - ttlMs ? run : null);
  const holderOf = (scope: string, key: string) =>
    runs.get(nameOf(scope, idsByKey.get(nameOf(scope, key)) ?? ""));

  return {
    async create(run) {
      sweep(memory, ttlMs, maxRuns);
      const known = holderOf(run.scope, run.key);
      if (known) return { created: false, run: known };
      runs.set(nameOf(run.scope, run.id), run);
      idsByKey.set(nameOf(run.scope, run.key), run.id);
      return { created: true, run };
    },
    get: async (scope, id) => fresh(runs.get(nameOf(scope, id))),
    findByKey: async (scope, key) => fresh(holderOf(scope, key)),
    async update(scope, id, revision, patch) {
      const run = runs.get(nameOf(scope, id));
      if (run?.revision !== revision) return null;
      const next: RunRecord = { ...run, ...patch, revision: revision + 1 };
      runs.set(nameOf(scope, id), next);
      return next;
    },
    async freeKey(scope, key, runId, prompt) {
      if (idsByKey.get(nameOf(scope, key)) !== runId) return;
      idsByKey.delete(nameOf(scope, key));
      if (prompt) kept.set(nameOf(scope, key), prompt);
    },
    keptPrompt: async (scope, key) => kept.get(nameOf(scope, key)) ?? null,
    ...createRunListeners(),
  };
}

/** Runs in the order of their creation, the ids of those that hold a key, and the prompts of freed keys. */
interface Memory {
  readonly runs: Map<string, RunRecord>;
  readonly idsByKey: Map<string, string>;
  readonly kept: Map<string, KeptPrompt>;
}

/** Forgets what is old or too much. The first run that is neither ends the sweep. */
function sweep({ runs, idsByKey, kept }: Memory, ttlMs: number, maxRuns: number): void {
  const oldest = Date.now() - ttlMs;
  for (const [name, run] of runs) {
    if (run.endedAt === null && run.createdAt > oldest) {
      if (runs.size <= maxRuns) break;
      continue;
    }
    if (run.createdAt > oldest && runs.size <= maxRuns) break;
    runs.delete(name);
    const keyName = nameOf(run.scope, run.key);
    if (idsByKey.get(keyName) === run.id) idsByKey.delete(keyName);
  }
  for (const key of kept.keys()) {
    if (kept.size <= maxRuns) break;
    kept.delete(key);
  }
}
