import {
  ImageNodeError,
  generationRequestSchema,
  generationSchema,
  problemSchema,
} from "../../contract/index.js";
import type { GenerationRequest } from "../../contract/index.js";
import { readStoredTime } from "../../internal/readStoredTime.js";
import { isIdempotencyKey } from "../wire/createIdempotencyKey.js";
import { KEPT_MS, hasEnded, isOutdated } from "./GenerationRecord.js";
import type { GenerationRecord, RecordedRuns } from "./GenerationRecord.js";

const VERSION = 1;
/** A path that is longer is refused by servers. */
const MAX_ID_LENGTH = 255;
/** Number of runs beside the latest that are kept. */
const MAX_OTHERS = 24;

/**
 * Reads what a storage kept of a node. A run that can't be trusted is left out, and a bad detail costs only itself.
 *
 * @throws SyntaxError if the text is no JSON
 */
export function parseRecord(text: string | null): RecordedRuns {
  const value = Object(JSON.parse(text ?? "null")) as Record<string, unknown>;
  if (value.version !== VERSION) return { latest: null, others: [] };
  const latest = readRun(value);
  const others: unknown[] = Array.isArray(value.others) ? value.others.slice(0, MAX_OTHERS) : [];
  return { latest, others: chooseOthers(latest, others.map(readRun)) };
}

/** Returns the text that {@link parseRecord} reads. Versions that know one run alone read the latest. */
export function formatRecord({ latest, others }: RecordedRuns): string {
  return JSON.stringify({
    version: VERSION,
    ...(latest && toStored(latest)),
    others: others.length > 0 ? others.map(toStored) : undefined,
  });
}

/** Chooses the runs that are kept beside the latest: each once, those that may go on first. */
export function chooseOthers(
  latest: GenerationRecord | null,
  runs: readonly (GenerationRecord | null)[],
): GenerationRecord[] {
  const kept = new Map<string, GenerationRecord>();
  for (const run of runs) {
    // A failure is nothing to find again.
    if (run && run.key !== latest?.key && !kept.has(run.key) && !run.error && !isOutdated(run))
      kept.set(run.key, run);
  }
  const all = [...kept.values()];
  return [...all.filter((run) => !hasEnded(run)), ...all.filter(hasEnded)].slice(0, MAX_OTHERS);
}

function readRun(stored: unknown): GenerationRecord | null {
  const value = Object(stored) as Record<string, unknown>;
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

/**
 * Only a run without a known end is asked for again with its own bytes. After that the values of other nodes have no
 * reason to stay in a storage that every script of the page reads.
 */
function toStored(record: GenerationRecord): Record<string, unknown> {
  const { config, ...rest } = record.request;
  const error = record.error && toProblem(record.error);
  return hasEnded(record) && Object.keys(rest).length > 0
    ? { ...record, error, request: { config }, isReduced: true }
    : { ...record, error };
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
