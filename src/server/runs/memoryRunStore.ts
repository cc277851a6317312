import type { StreamEvent } from "../../contract/index.js";
import type { KeptPrompt, RunRecord, RunStore } from "./RunStore.js";

/** What {@link memoryRunStore} takes. */
export interface MemoryRunStoreOptions {
  /** Milliseconds that an ended run is kept. @default 86400000 (24 hours) */
  ttlMs?: number | undefined;
  /** Runs kept at most; the oldest ended ones go first. @default 10000 */
  maxRuns?: number | undefined;
}

/** Keeps runs in this process: for one machine. A restart forgets them. */
export function memoryRunStore(options: MemoryRunStoreOptions = {}): RunStore {
  const ttlMs = options.ttlMs ?? 24 * 60 * 60 * 1000;
  const maxRuns = options.maxRuns ?? 10_000;
  const runs = new Map<string, RunRecord>();
  const idsByKey = new Map<string, string>();
  const kept = new Map<string, KeptPrompt>();
  const listeners = new Map<string, Set<(event: StreamEvent) => void>>();

  // Runs lie in the order of their creation, so the first that is neither old nor too many ends the sweep.
  const sweep = () => {
    const oldest = Date.now() - ttlMs;
    for (const [place, run] of runs) {
      if (run.endedAt === null && run.createdAt > oldest) {
        if (runs.size <= maxRuns) break;
        continue;
      }
      if (run.createdAt > oldest && runs.size <= maxRuns) break;
      runs.delete(place);
      if (idsByKey.get(join(run.scope, run.key)) === run.id) idsByKey.delete(join(run.scope, run.key));
    }
    for (const key of kept.keys()) {
      if (kept.size <= maxRuns) break;
      kept.delete(key);
    }
  };

  return {
    async create(run) {
      sweep();
      const known = runs.get(join(run.scope, idsByKey.get(join(run.scope, run.key)) ?? ""));
      if (known) return { created: false, run: known };
      runs.set(join(run.scope, run.id), run);
      idsByKey.set(join(run.scope, run.key), run.id);
      return { created: true, run };
    },
    async get(scope, id) {
      const run = runs.get(join(scope, id));
      return run && run.createdAt > Date.now() - ttlMs ? run : null;
    },
    async findByKey(scope, key) {
      const run = runs.get(join(scope, idsByKey.get(join(scope, key)) ?? ""));
      return run && run.createdAt > Date.now() - ttlMs ? run : null;
    },
    async update(scope, id, revision, patch) {
      const run = runs.get(join(scope, id));
      if (!run || run.revision !== revision) return null;
      const next: RunRecord = { ...run, ...patch, revision: revision + 1 };
      runs.set(join(scope, id), next);
      return next;
    },
    async freeKey(scope, key, runId, prompt) {
      if (idsByKey.get(join(scope, key)) !== runId) return;
      idsByKey.delete(join(scope, key));
      if (prompt) kept.set(join(scope, key), prompt);
    },
    async keptPrompt(scope, key) {
      return kept.get(join(scope, key)) ?? null;
    },
    async publish(scope, id, event) {
      for (const listener of [...(listeners.get(join(scope, id)) ?? [])]) listener(event);
    },
    async subscribe(scope, id, listener) {
      const place = join(scope, id);
      const set = listeners.get(place) ?? new Set();
      set.add(listener);
      listeners.set(place, set);
      return () => {
        set.delete(listener);
        if (set.size === 0 && listeners.get(place) === set) listeners.delete(place);
      };
    },
  };
}

/** Joins a scope and an id so that no other pair gives the same text. */
function join(scope: string, id: string): string {
  return JSON.stringify([scope, id]);
}
