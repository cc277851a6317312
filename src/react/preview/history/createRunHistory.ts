import type { GenerationStorage, GenerationStore } from "../../../client/index.js";
import type { ImageNodeConfig } from "../../../contract/index.js";
import { chosenConfigs } from "../../../internal/chosenConfigs.js";
import { createStore } from "../../../internal/createStore.js";
import { historyName } from "../../../internal/recordName.js";
import type { HistoryEntry } from "./HistoryEntry.js";
import { readHistoryEntries, readHistoryEntry } from "./readHistoryEntry.js";

/** Images of one node, newest first. */
export interface RunHistory {
  getSnapshot(): readonly HistoryEntry[];
  /** Returns how many images the node has made, as far as it is known: also those that are no longer kept. */
  getTotal(): number;
  /** Takes in what the store makes while somebody listens, and what the storage kept. */
  subscribe(listener: () => void): () => void;
  /** Adds an image, such as one that came after the time limit. */
  add(entry: HistoryEntry): void;
}

/** Number of images that are kept: enough for a session, and a storage of 5 MB holds it for hundreds of nodes. */
export const MAX_ENTRIES = 12;
const NOTHING: readonly HistoryEntry[] = [];

/**
 * Creates the history of a store: it remembers what the store makes, in memory, and in `storage` where there is one.
 *
 * @param slot name that tells the nodes of one storage apart
 * @param createdAt time before which a run was a deleted node's
 */
export function createRunHistory(
  store: GenerationStore,
  storage?: GenerationStorage | undefined,
  slot = "default",
  createdAt = 0,
): RunHistory {
  const name = historyName(slot);
  const entries = createStore(NOTHING);
  let loaded = false;
  const listeners = new Set<() => void>();
  let leave: (() => void) | undefined;

  /** Earlier runs that were taken in; those that the list had no room for are not taken in again. */
  const noted = new Set<string>();

  let total = 0;
  const set = (next: readonly HistoryEntry[]) => {
    // Counted before anybody hears of the new entries.
    total = Math.max(total, next.length);
    entries.set(next.slice(0, MAX_ENTRIES));
  };
  const has = ({ generation }: HistoryEntry) =>
    entries.get().some((entry) => entry.generation.id === generation.id);
  /** Takes in what is in the storage now: other tabs and panels of the node write there too. */
  const load = () => {
    const text = attempt(() => storage?.getItem(name)) ?? null;
    const kept = attempt(() => parseHistory(text)) ?? NOTHING;
    const own = kept.filter((entry) => (entry.startedAt ?? createdAt) >= createdAt);
    // What a deleted node of the same name made counts no more.
    if (own.length === kept.length) total = Math.max(total, attempt(() => parseTotal(text)) ?? 0);
    const others = own.filter((entry) => !has(entry));
    if (others.length > 0) set(mergeEntries(entries.get(), others));
  };
  const addTo = (entry: HistoryEntry, merge: (list: readonly HistoryEntry[]) => readonly HistoryEntry[]) => {
    if (has(entry)) return;
    load();
    if (!has(entry)) {
      total += 1;
      set(merge(entries.get()));
    }
    attempt(() => storage?.setItem(name, JSON.stringify({ version: 1, entries: entries.get(), total })));
  };
  const add = (entry: HistoryEntry) => addTo(entry, (list) => [entry, ...list]);
  const note = () => {
    const { earlier = [], variations, ...shown } = store.getSnapshot();
    for (const run of earlier) {
      if (noted.has(run.generation.id)) continue;
      noted.add(run.generation.id);
      addTo(run, (list) => mergeEntries(list, [run]));
    }
    const runs = variations ?? [shown];
    for (const { generation, request, startedAt, endedAt } of runs) {
      if (!generation) continue;
      const config = request && ((chosenConfigs.get(request.config) as ImageNodeConfig) ?? request.config);
      add({ generation, config, startedAt, endedAt });
    }
  };
  return {
    getSnapshot: entries.get,
    getTotal: () => total,
    add,
    subscribe(listener) {
      const unsubscribe = entries.subscribe(listener);
      listeners.add(unsubscribe);
      if (!loaded) load();
      loaded = true;
      leave ??= store.subscribe(note);
      note();
      return () => {
        unsubscribe();
        listeners.delete(unsubscribe);
        if (listeners.size > 0) return;
        leave?.();
        leave = undefined;
      };
    },
  };
}

/** Merges two lists that have the newest first; where a time is not known, each list keeps its order. */
function mergeEntries(own: readonly HistoryEntry[], others: readonly HistoryEntry[]): HistoryEntry[] {
  const merged: HistoryEntry[] = [];
  const left = [...own];
  const right = [...others];
  while (left[0] && right[0]) {
    const isOwnNewer = (left[0].endedAt ?? Infinity) >= (right[0].endedAt ?? -Infinity);
    merged.push(...(isOwnNewer ? left : right).splice(0, 1));
  }
  return [...merged, ...left, ...right];
}

const histories = new WeakMap<GenerationStore, RunHistory>();

/** Returns the one history of a store, so that it outlives the preview that shows it. */
export function historyOf(
  store: GenerationStore,
  storage: GenerationStorage | undefined,
  slot: string | undefined,
  createdAt?: number | undefined,
): RunHistory {
  let history = histories.get(store);
  if (!history) {
    history = createRunHistory(store, storage, slot, createdAt);
    histories.set(store, history);
  }
  return history;
}

/** Reads what a storage kept; entries that can't be trusted are left out. */
export function parseHistory(text: string | null): readonly HistoryEntry[] {
  if (text === null) return NOTHING;
  const value = JSON.parse(text) as { version?: unknown; entries?: unknown } | null;
  if (value?.version !== 1 || !Array.isArray(value.entries)) return NOTHING;
  return readHistoryEntries(value.entries, readHistoryEntry, MAX_ENTRIES);
}

/** Reads how many images were made; nothing where a storage does not tell it. */
function parseTotal(text: string | null): number {
  const { total } = Object(text === null ? null : JSON.parse(text)) as { total?: unknown };
  return Number.isSafeInteger(total) ? (total as number) : 0;
}

/** A full or forbidden storage never stops a run. */
function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
