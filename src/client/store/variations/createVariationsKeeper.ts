import { MAX_VARIATIONS } from "../../../internal/maxVariations.js";
import { variationsName } from "../../../internal/recordName.js";
import { readStoredTime } from "../../../internal/readStoredTime.js";
import { isIdempotencyKey } from "../../wire/createIdempotencyKey.js";
import type { CreateGenerationOptions } from "../GenerationStore.js";

/** Record of several images that were asked for at once; each of their runs has one of its own. */
export interface VariationsRecord {
  /** Key from which those of the runs are made. */
  key: string;
  /** Number of images. */
  count: number;
  /** Number of slots that hold runs, those of earlier times too. */
  slots: number;
  /** Epoch milliseconds. */
  startedAt: number;
  /** Place of the chosen image. */
  chosen?: number | undefined;
}

/** Keeper of which images were asked for at once. A full or forbidden storage keeps nothing and stops nothing. */
export interface VariationsKeeper {
  read(): VariationsRecord | undefined;
  /** Writes what was asked for last. */
  begin(record: VariationsRecord): void;
  /** Writes the choice, unless something was asked for since. */
  choose(key: string, index: number): void;
  /** Forgets the record under this key. */
  remove(key: string): void;
}

const VERSION = 1;

/** Creates the keeper of one slot; without a storage it keeps nothing. */
export function createVariationsKeeper(options: CreateGenerationOptions): VariationsKeeper {
  const { storage, slot = "default", createdAt = 0 } = options;
  const name = variationsName(slot);
  const read = () => attempt(() => parse(storage?.getItem(name) ?? null));
  const write = (record: VariationsRecord) =>
    attempt(() => storage?.setItem(name, JSON.stringify({ version: VERSION, ...record })));
  return {
    read() {
      const record = read();
      return record && record.startedAt >= createdAt ? record : undefined;
    },
    begin(record) {
      write({ ...record, slots: Math.max(record.slots, read()?.slots ?? 0) });
    },
    choose(key, index) {
      const record = read();
      if (record?.key === key) write({ ...record, chosen: index });
    },
    remove(key) {
      if (read()?.key === key) attempt(() => storage?.removeItem(name));
    },
  };
}

function parse(text: string | null): VariationsRecord | undefined {
  const value = Object(JSON.parse(text ?? "null")) as Record<string, unknown>;
  const { version, key, chosen } = value;
  const startedAt = readStoredTime(value.startedAt);
  const count = readNumber(value.count, 1, MAX_VARIATIONS);
  if (version !== VERSION || typeof key !== "string" || !isIdempotencyKey(key)) return undefined;
  if (startedAt === undefined || count === undefined) return undefined;
  const slots = readNumber(value.slots, count, MAX_VARIATIONS) ?? count;
  return { key, count, slots, startedAt, chosen: readNumber(chosen, 0, count - 1) };
}

function readNumber(value: unknown, least: number, most: number): number | undefined {
  return Number.isInteger(value) && (value as number) >= least && (value as number) <= most
    ? (value as number)
    : undefined;
}

function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
