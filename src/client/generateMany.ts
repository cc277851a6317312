import type { Generation, GenerationRequest, StreamEvent } from "../contract/index.js";
import { createBatchPace } from "./createBatchPace.js";
import { callSafely } from "./callSafely.js";
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
  const finish = (outcome: Outcome) => {
    outcomes[outcome.index] = outcome;
    callSafely(o.onItem, outcome);
  };

  async function runItem(item: GenerationRequest, base: OutcomeBase): Promise<Outcome> {
    const earlier = findCompleted(completed, base);
    if (earlier) return { ...base, status: "succeeded", generation: earlier, reused: true };
    let id: string | undefined;
    const onEvent = ({ event, data }: StreamEvent) => {
      if (event !== "started" || data.id === id) return;
      id = data.id;
      callSafely(o.onStart, { ...base, id });
    };
    try {
      // Before the item's own deadline begins: a pause of the batch must not use up its time.
      await pace.ready(signal);
      const generation = await generate(item, { signal, idempotencyKey: base.key, onEvent }, pace);
      return { ...base, status: "succeeded", generation, reused: false };
    } catch (error) {
      if (signal.aborted && error === signal.reason) return { ...base, status: "aborted", id };
      return { ...base, status: "failed", error: toImageNodeError(error) };
    }
  }

  const queue = items.entries();
  async function work(): Promise<void> {
    for (const [index, item] of queue) {
      // Named when its turn comes: ten thousand items are not hashed before the first request.
      finish(await runItem(item, identify(item, index)));
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

type Earlier = Extract<Outcome, { status: "succeeded" }>;

function indexCompleted(
  completed: GenerateManyOptions["completed"],
): ReadonlyMap<string, readonly Earlier[]> {
  const index = new Map<string, Earlier[]>();
  for (const outcome of completed ?? []) {
    // A pinned image was not paid, and a later run may be for real.
    if (outcome?.status !== "succeeded" || outcome.generation.pinned) continue;
    const equal = index.get(outcome.fingerprint);
    if (equal) equal.push(outcome);
    else index.set(outcome.fingerprint, [outcome]);
  }
  return index;
}

/** Finds an item's earlier result. Within a run the fingerprint is enough; elsewhere two equal items are two images, so their place counts too. */
function findCompleted(
  completed: ReadonlyMap<string, readonly Earlier[]>,
  base: OutcomeBase,
): Generation | undefined {
  const equal = completed.get(base.fingerprint) ?? [];
  return equal.find(({ index }) => base.key === base.fingerprint || index === base.index)?.generation;
}
