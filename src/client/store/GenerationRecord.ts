import type { Generation, GenerationRequest, ImageNodeError } from "../../contract/index.js";

/** Record of one run of a node, by which a reload finds it again. */
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

/** Runs of one node that a storage keeps. */
export interface RecordedRuns {
  /** Run that began last, in whatever tab; `null` after it was forgotten. */
  latest: GenerationRecord | null;
  /** Older runs, newest first: those that may go on, and images that no other record is known to have. */
  others: readonly GenerationRecord[];
}

/** A finished answer is replayed, and a run is kept, for 24 h; after that the same key would pay again. */
export const KEPT_MS = 24 * 60 * 60 * 1000;

/** Checks whether the end of a run is known. */
export function hasEnded({ generation, error }: GenerationRecord): boolean {
  return generation !== undefined || error !== undefined;
}

/** Checks whether a run began so long ago that its key no longer protects from paying again. */
export function isOutdated({ startedAt }: GenerationRecord): boolean {
  return Date.now() - startedAt > KEPT_MS;
}
