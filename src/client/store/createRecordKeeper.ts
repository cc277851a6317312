import { ImageNodeError, generationSchema, problemSchema } from "../../contract/index.js";
import type { Generation, GenerationRequest } from "../../contract/index.js";

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
  request: GenerationRequest;
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

/** Creates the keeper of one slot; without a storage it keeps nothing. */
export function createRecordKeeper(storage: GenerationStorage | undefined, slot: string): RecordKeeper {
  const name = `image-generation-node:${slot}`;

  function read(): GenerationRecord | null {
    return attempt(() => parseRecord(storage?.getItem(name) ?? null)) ?? null;
  }
  function write(record: GenerationRecord): void {
    attempt(() => {
      storage?.setItem(
        name,
        JSON.stringify({ version: VERSION, ...record, error: record.error && toProblem(record.error) }),
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

/** Reads a record; `null` when there is none or it can't be trusted. */
export function parseRecord(text: string | null): GenerationRecord | null {
  if (text === null) return null;
  const value = JSON.parse(text) as Record<string, unknown> | null;
  if (value?.version !== VERSION) return null;
  // Only what is shown from it is looked at: the back end checks the rest, and this may be of an older page.
  const { config } = value.request as GenerationRequest;
  if (typeof config.prompt.mode !== "string") return null;
  if (typeof value.key !== "string" || typeof value.startedAt !== "number") return null;
  const generation = generationSchema.safeParse(value.generation);
  const problem = problemSchema.safeParse(value.error);
  return {
    key: value.key,
    // As stored, not as parsed: a repeat must send the same bytes.
    request: value.request as GenerationRequest,
    startedAt: value.startedAt,
    endedAt: typeof value.endedAt === "number" ? value.endedAt : undefined,
    id: typeof value.id === "string" ? value.id : undefined,
    generation: generation.success ? generation.data : undefined,
    error: problem.success ? ImageNodeError.fromProblem(problem.data) : undefined,
  };
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
