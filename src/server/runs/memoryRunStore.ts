import { createProblem } from "../http/createProblem.js";
import type { KeptPrompt, RunRecord, RunStore } from "./RunStore.js";
import { createRunListeners, nameOf } from "./createRunListeners.js";
import { createShelves } from "./createShelves.js";
import { isEnded } from "./isEnded.js";
import { settlementDueAt } from "../spending/settlementDueAt.js";

/** Options of {@link memoryRunStore}. */
export interface MemoryRunStoreOptions {
  /** Milliseconds that an ended run is kept; 24 hours by default. @default 86400000 */
  ttlMs?: number | undefined;
  /**
   * Most ended runs that are kept; 10,000 by default. Those that were not charged go first, and always of the scope that
   * holds the most: no scope pushes out what a smaller one holds. @default 10000
   */
  maxRuns?: number | undefined;
  /**
   * Most bytes of runs that are kept, counted as JSON; 128 MiB by default. Ended runs make room in the same order. Where
   * runs under way fill a half of it, or one scope's a quarter, a new one is refused as `overloaded`. @default 134217728
   */
  maxBytes?: number | undefined;
}

/** Keeps runs in this process, for one machine. A restart forgets them. */
export function memoryRunStore(options: MemoryRunStoreOptions = {}): RunStore {
  const { ttlMs = 24 * 60 * 60 * 1000, maxRuns = 10_000, maxBytes = 128 * 1024 * 1024 } = options;
  assertBounds({ ttlMs, maxRuns, maxBytes });
  const memory = createMemory(maxRuns, maxBytes);
  const { runs, idsByKey, kept } = memory;
  const isFresh = (createdAt: number) => createdAt > Date.now() - ttlMs;
  const fresh = (run: RunRecord | undefined) => (run && isFresh(run.createdAt) ? run : null);
  const holderOf = (scope: string, key: string) =>
    runs.get(nameOf(scope, idsByKey.get(nameOf(scope, key)) ?? ""));

  return {
    async create(run) {
      memory.forgetOld(Date.now() - ttlMs);
      const known = holderOf(run.scope, run.key);
      if (known) return { created: false, run: known };
      memory.put(run);
      if (memory.isFull(run.scope)) {
        memory.remove(run);
        throw createProblem("overloaded", { retryAfterMs: 5_000 });
      }
      memory.makeRoom(nameOf(run.scope, run.id));
      idsByKey.set(nameOf(run.scope, run.key), run.id);
      return { created: true, run };
    },
    get: async (scope, id) => fresh(runs.get(nameOf(scope, id))),
    findByKey: async (scope, key) => fresh(holderOf(scope, key)),
    async update(scope, id, revision, patch) {
      const run = runs.get(nameOf(scope, id));
      if (run?.revision !== revision) return null;
      const next: RunRecord = { ...run, ...patch, revision: revision + 1 };
      memory.put(next);
      memory.makeRoom(nameOf(scope, id));
      return next;
    },
    async freeKey(scope, key, runId, prompt) {
      if (idsByKey.get(nameOf(scope, key)) !== runId) return;
      idsByKey.delete(nameOf(scope, key));
      if (prompt) memory.keep(scope, key, prompt);
    },
    async keptPrompt(scope, key) {
      const found = kept.get(nameOf(scope, key));
      return found && isFresh(found.at) ? found.prompt : null;
    },
    openReservations: async (until, limit) => memory.findOpen(until).filter(fresh).slice(0, limit),
    ...createRunListeners(),
  };
}

function assertBounds(bounds: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(bounds)) {
    if (typeof value === "number" && value >= 1 && value !== Infinity) continue;
    throw new TypeError(
      `memoryRunStore cannot keep the bound \`${name}\`: it got ${String(value)}, and needs a number from 1 on. Leave it ` +
        "out for the default.",
    );
  }
}

/** Shelves in the order in which they make room; runs under way stand on none of them. */
const SHELVES = ["free", "prompt", "charged"] as const;

/** Runs in the order of their creation, the ids of those that hold a key, and the prompts of freed keys. */
function createMemory(maxRuns: number, maxBytes: number) {
  const runs = new Map<string, RunRecord>();
  const idsByKey = new Map<string, string>();
  const kept = new Map<string, { readonly prompt: KeptPrompt; readonly at: number }>();
  const open = new Map<string, number>();
  const shelves = createShelves(maxRuns, maxBytes);
  const promptName = (name: string) => `prompt ${name}`;

  const remove = (run: RunRecord) => {
    const name = nameOf(run.scope, run.id);
    runs.delete(name);
    open.delete(name);
    shelves.remove(name);
    const keyName = nameOf(run.scope, run.key);
    if (idsByKey.get(keyName) === run.id) idsByKey.delete(keyName);
  };
  const removePrompt = (name: string) => {
    kept.delete(name);
    shelves.remove(promptName(name));
  };
  const makeRoom = (except: string) => {
    let ended = runs.size - shelves.sumOf("under way").count;
    for (const shelf of SHELVES) {
      const isTooMany = () => (shelf === "prompt" ? kept.size : ended) > maxRuns;
      while (isTooMany() || shelves.bytes > maxBytes) {
        const name = shelves.oldestOfLargest(shelf, except);
        if (name === null) break;
        const run = runs.get(name);
        if (run) {
          remove(run);
          ended -= 1;
        } else removePrompt(name.slice(promptName("").length));
      }
    }
  };

  return {
    runs,
    idsByKey,
    kept,
    remove,
    makeRoom,
    put(run: RunRecord) {
      const name = nameOf(run.scope, run.id);
      runs.set(name, run);
      const dueAt = settlementDueAt(run);
      if (dueAt === null) open.delete(name);
      else open.set(name, dueAt);
      shelves.put({ name, scope: run.scope, shelf: shelfOf(run), bytes: sizeOf(run) });
    },
    /** Finds runs whose reservation is overdue by then, the longest first. */
    findOpen(until: number): RunRecord[] {
      const overdue = [...open].filter(([, dueAt]) => dueAt <= until).sort(([, a], [, b]) => a - b);
      return overdue.flatMap(([name]) => runs.get(name) ?? []);
    },
    keep(scope: string, key: string, prompt: KeptPrompt) {
      const name = nameOf(scope, key);
      kept.delete(name);
      kept.set(name, { prompt, at: Date.now() });
      shelves.put({ name: promptName(name), scope, shelf: "prompt", bytes: sizeOf(prompt) });
      makeRoom(promptName(name));
    },
    /** Whether runs under way, which can make no room, would push out what others have ended. */
    isFull: (scope: string) =>
      shelves.sumOf("under way").bytes > maxBytes / 2 ||
      shelves.sumOf("under way", scope).bytes > maxBytes / 4,
    /** Forgets what was made before a time. */
    forgetOld(time: number) {
      for (const run of runs.values()) {
        if (run.createdAt > time) break;
        remove(run);
      }
      for (const [name, { at }] of kept) {
        if (at > time) break;
        removePrompt(name);
      }
    },
  };
}

/** A run whose charge is unknown counts as charged: its key must not be used again. One that must be settled is not over. */
function shelfOf(run: RunRecord): (typeof SHELVES)[number] | "under way" {
  if (!isEnded(run) || settlementDueAt(run) !== null) return "under way";
  return run.generation === null && run.problem?.charged === false ? "free" : "charged";
}

/** Characters of JSON: each takes one byte, or two where a text holds letters beyond Latin. */
function sizeOf(value: unknown): number {
  return JSON.stringify(value).length;
}
