import { ImageNodeError } from "../contract/index.js";
import type { Generation, GenerationRequest, StreamEvent } from "../contract/index.js";
import { createBatchPace } from "./createBatchPace.js";
import { callSafely } from "../internal/callSafely.js";
import { createIdempotencyKey } from "./wire/createIdempotencyKey.js";
import type { Pace } from "./wire/withRetries.js";
import { sha256 } from "./wire/sha256.js";
import { toImageNodeError } from "./wire/toImageNodeError.js";
import type { GenerateManyOptions, GenerateOptions, Outcome, OutcomeBase } from "./types.js";

const DEFAULT_CONCURRENCY = 3;

/** Generates one item at the pace of its batch. */
export type PacedGenerate = (
  request: GenerationRequest,
  options: GenerateOptions,
  pace: Pace,
) => Promise<Generation>;

/** Generates the items of a loop; see `ImageNodeClient.generateMany`. */
export async function generateMany(
  generate: PacedGenerate,
  items: readonly GenerationRequest[],
  o: GenerateManyOptions = {},
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  const completed = indexCompleted(o.completed);
  const pace = createBatchPace();
  const signal = o.signal ?? new AbortController().signal;
  /** Refusal of an item that holds for those after it. */
  let exhausted: ImageNodeError | undefined;
  const finish = (outcome: Outcome) => {
    outcomes[outcome.index] = outcome;
    callSafely(o.onItem, outcome);
  };

  async function runItem(item: GenerationRequest, base: OutcomeBase): Promise<Outcome> {
    const earlier = findCompleted(completed, base);
    if (earlier) return { ...base, status: "succeeded", generation: earlier, reused: true };
    let id: string | undefined;
    let isSent = false;
    const onEvent = ({ event, data }: StreamEvent) => {
      if (event !== "started" || data.id === id) return;
      id = data.id;
      callSafely(o.onStart, { ...base, id });
    };
    try {
      // Before the item's own deadline begins: a pause of the batch must not use up its time.
      await pace.ready(signal);
      if (exhausted) throw exhausted;
      isSent = true;
      const generation = await generate(item, { signal, idempotencyKey: base.key, onEvent }, pace);
      return { ...base, status: "succeeded", generation, reused: false };
    } catch (error) {
      if (signal.aborted && error === signal.reason) return { ...base, status: "aborted", id };
      const refusal = toImageNodeError(error);
      if (!isSent) return { ...base, status: "undone", error: toOthersRefusal(refusal) };
      if (refusal.kind === "credits_exhausted") exhausted ??= refusal;
      return { ...base, status: "failed", error: refusal };
    }
  }

  const queue = items.entries();
  async function work(): Promise<void> {
    for (const [index, item] of queue) {
      // Named when its turn comes: ten thousand items are not hashed before the first request.
      finish(await runItem(item, keepKey(completed, identify(item, index))));
    }
  }
  const wanted = Math.floor(o.concurrency ?? DEFAULT_CONCURRENCY);
  const workers = Math.max(1, Math.min(Number.isNaN(wanted) ? DEFAULT_CONCURRENCY : wanted, items.length));
  await Promise.all(Array.from({ length: workers }, work));
  return outcomes;
}

/** Names an item. Its key is fixed inside a workflow run, so that a resumed loop does not pay again, and random without one. */
function identify(item: GenerationRequest, index: number): OutcomeBase {
  const { workflowRunId, nodeId, iteration, attempt } = item.context ?? {};
  const where = [workflowRunId ?? null, nodeId ?? null, iteration ?? [], attempt ?? 0];
  const fingerprint = sha256(JSON.stringify([...where, JSON.stringify(item)]));
  return { index, fingerprint, key: workflowRunId ? fingerprint : createIdempotencyKey() };
}

/** Makes the refusal of another item one of this: nothing of that item's run, which may have cost something. */
function toOthersRefusal({ kind, reason, message, status, retryAfterMs, ...rest }: ImageNodeError) {
  const cause = rest.cause;
  return new ImageNodeError({ kind, reason, message, status, retryAfterMs, charged: false, cause });
}

type Earlier = Extract<Outcome, { status: "succeeded" }>;
type Undone = Extract<Outcome, { status: "undone" }>;

/** Earlier results. Where two fit one item, the first in the given order counts. */
interface Completed {
  byFingerprint: ReadonlyMap<string, Earlier>;
  /** Those of one place: one, unless several batches were put together, and each place is asked for once. */
  byPlace: ReadonlyMap<number, readonly Earlier[]>;
  /** Items that were never sent, by their place. */
  undone: ReadonlyMap<number, Undone>;
}

/** Indexes earlier results in one pass, so that no item has to search among those of its equals. */
function indexCompleted(completed: GenerateManyOptions["completed"]): Completed {
  const byFingerprint = new Map<string, Earlier>();
  const byPlace = new Map<number, Earlier[]>();
  const undone = new Map<number, Undone>();
  for (const outcome of completed ?? []) {
    if (outcome?.status === "undone") undone.set(outcome.index, outcome);
    // A pinned image was not paid, and a later run may be for real.
    if (outcome?.status !== "succeeded" || outcome.generation.pinned) continue;
    if (!byFingerprint.has(outcome.fingerprint)) byFingerprint.set(outcome.fingerprint, outcome);
    const here = byPlace.get(outcome.index);
    if (here) here.push(outcome);
    else byPlace.set(outcome.index, [outcome]);
  }
  return { byFingerprint, byPlace, undone };
}

/** Gives an item that was left undone the key that it was told of then. */
function keepKey({ undone }: Completed, base: OutcomeBase): OutcomeBase {
  const before = undone.get(base.index);
  return before?.fingerprint === base.fingerprint ? { ...base, key: before.key } : base;
}

/** Finds an item's earlier result. Within a run the fingerprint is enough; elsewhere two equal items are two images, so their place counts too. */
function findCompleted(
  completed: Completed,
  { index, fingerprint, key }: OutcomeBase,
): Generation | undefined {
  if (key === fingerprint) return completed.byFingerprint.get(fingerprint)?.generation;
  return completed.byPlace.get(index)?.find((earlier) => earlier.fingerprint === fingerprint)?.generation;
}
