import { readPinnedImage } from "../../../contract/index.js";
import { readStoredTime } from "../../../internal/readStoredTime.js";
import type { HistoryEntry } from "./HistoryEntry.js";

/**
 * Reads an entry that was stored, by this page or by a host. Returns `undefined` for one without a readable image;
 * settings and times that can't be trusted cost only themselves.
 */
export function readHistoryEntry(value: unknown): HistoryEntry | undefined {
  // Image and configuration are kept as they are of a pinned one.
  const image = readPinnedImage(value);
  if (!image) return undefined;
  const { startedAt, endedAt } = value as Partial<Record<keyof HistoryEntry, unknown>>;
  return {
    generation: image.generation,
    config: image.config,
    startedAt: readStoredTime(startedAt),
    endedAt: readStoredTime(endedAt),
  };
}

const checked = new WeakMap<HistoryEntry, HistoryEntry | null>();

/** Reads an entry that a host gave, once: a good one stays the same object. */
export function checkHistoryEntry(given: HistoryEntry): HistoryEntry | null {
  if (Object(given) !== given) return null;
  const known = checked.get(given);
  if (known !== undefined) return known;
  const entry = readHistoryEntry(given) ?? null;
  const isGood =
    entry !== null &&
    entry.generation === given.generation &&
    entry.startedAt === given.startedAt &&
    entry.endedAt === given.endedAt &&
    (given.config === undefined || entry.config !== undefined);
  const result = isGood ? given : entry;
  checked.set(given, result);
  return result;
}

/**
 * Reads the entries of a list, each run once.
 *
 * @param read reads one entry
 * @param limit number of entries from which the rest is left unread
 */
export function readHistoryEntries<T>(
  values: readonly T[],
  read: (value: T) => HistoryEntry | null | undefined,
  limit = Infinity,
): readonly HistoryEntry[] {
  const entries = new Map<string, HistoryEntry>();
  for (const value of values) {
    if (entries.size === limit) break;
    const entry = read(value);
    if (entry && !entries.has(entry.generation.id)) entries.set(entry.generation.id, entry);
  }
  return [...entries.values()];
}
