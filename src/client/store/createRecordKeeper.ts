import {
  ImageNodeError,
  generationRequestSchema,
  generationSchema,
  problemSchema,
} from "../../contract/index.js";
import type { Generation, GenerationRequest } from "../../contract/index.js";
import { readStoredTime } from "../../internal/readStoredTime.js";
import { recordName } from "../../internal/recordName.js";
import { isIdempotencyKey } from "../wire/createIdempotencyKey.js";

/** Storage such as `localStorage`. It may throw: a full or forbidden storage never stops a run. */
export interface GenerationStorage {
  /** Returns the text under a key, or `null`. */
  getItem(key: string): string | null;
  /** Stores a text under a key. */
  setItem(key: string, value: string): void;
  /** Removes the text under a key. */
  removeItem(key: string): void;
}

/** Record of a node's last run, by which a reload finds it again. */
export interface GenerationRecord {
  /** Idempotency key; it also tells the runs of two tabs apart. */
  key: string;
  /** Request as it was sent; once the end is known, a storage keeps its configuration alone. */
  request: GenerationRequest;
  /** Whether the request came from a storage that no longer keeps all of it. */
  isReduced?: boolean | undefined;
  /** Epoch milliseconds. */
  startedAt: number;
  endedAt?: number | undefined;
  id?: string | undefined;
  generation?: Generation | undefined;
  error?: ImageNodeError | undefined;
}

/** Keeper of one node's record. */
export interface RecordKeeper {
  read(): GenerationRecord | null;
  /** Writes the record of a new intent over whatever is there. */
  begin(record: GenerationRecord): void;
  /** Writes the progress of a run, unless another tab has begun a newer one meanwhile. */
  update(record: GenerationRecord): void;
  remove(key: string | undefined): void;
}

/** A finished answer is replayed, and a run is kept, for 24 h; after that the same key would pay again. */
export const KEPT_MS = 24 * 60 * 60 * 1000;
const VERSION = 1;
/** A path that is longer is refused by servers. */
const MAX_ID_LENGTH = 255;

/** Creates the keeper of one slot; without a storage it keeps nothing. */
export function createRecordKeeper(
  storage: GenerationStorage | undefined,
  slot: string,
  createdAt = 0,
): RecordKeeper {
  const name = recordName(slot);

  function read(): GenerationRecord | null {
    const record = attempt(() => parseRecord(storage?.getItem(name) ?? null));
    return record && record.startedAt >= createdAt ? record : null;
  }
  function write(record: GenerationRecord): void {
    attempt(() => {
      storage?.setItem(
        name,
        JSON.stringify({
          version: VERSION,
          ...reduceRecord(record),
          error: record.error && toProblem(record.error),
        }),
      );
    });
  }
  return {
    read,
    begin: write,
    update(record) {
      const stored = read();
      if (stored?.key === record.key) write(record);
    },
    remove(key) {
      const stored = read();
      if (stored && stored.key === key) attempt(() => storage?.removeItem(name));
    },
  };
}

/**
 * Only a run without a known end is asked for again with its own bytes. After that the values of other nodes have no
 * reason to stay in a storage that every script of the page reads.
 */
function reduceRecord(record: GenerationRecord): GenerationRecord {
  const { config, ...rest } = record.request;
  return hasEnded(record) && Object.keys(rest).length > 0
    ? { ...record, request: { config }, isReduced: true }
    : record;
}

/** Checks whether the end of a run is known. */
export function hasEnded({ generation, error }: GenerationRecord): boolean {
  return generation !== undefined || error !== undefined;
}

/** Reads a record; `null` when there is none or it can't be trusted. A bad detail costs only itself. */
export function parseRecord(text: string | null): GenerationRecord | null {
  if (text === null) return null;
  const value = JSON.parse(text) as Record<string, unknown> | null;
  if (value?.version !== VERSION) return null;
  const { key, request } = value;
  const startedAt = readStoredTime(value.startedAt);
  if (typeof key !== "string" || !isIdempotencyKey(key) || startedAt === undefined) return null;
  if (!generationRequestSchema.safeParse(request).success) return null;
  const generation = generationSchema.safeParse(value.generation);
  return {
    key,
    // As stored, not as parsed: a repeat must send the same bytes.
    request: request as GenerationRequest,
    isReduced: value.isReduced === true,
    startedAt,
    endedAt: readStoredTime(value.endedAt),
    id: readId(value.id),
    generation: generation.success ? generation.data : undefined,
    error: readError(value.error),
  };
}

function readId(value: unknown): string | undefined {
  return typeof value === "string" && value.length > 0 && value.length <= MAX_ID_LENGTH ? value : undefined;
}

function readError(value: unknown): ImageNodeError | undefined {
  const problem = problemSchema.safeParse(value);
  if (!problem.success) return undefined;
  const { retryAfterMs = 0 } = problem.data;
  // Nobody asks for more patience than the time for which a run is kept.
  return ImageNodeError.fromProblem({
    ...problem.data,
    retryAfterMs: retryAfterMs > 0 ? Math.min(retryAfterMs, KEPT_MS) : undefined,
  });
}

/** Converts an error to a problem document. A client-only kind has no status; 0 keeps the shape and is never shown. */
function toProblem(error: ImageNodeError): Record<string, unknown> {
  return { ...error, outcome: undefined, status: error.status ?? 0, detail: error.message };
}

function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
