import { isUnknownOutcome } from "../../client/index.js";
import type { GenerateManyOptions, ImageNodeClient, Outcome } from "../../client/index.js";
import { ImageNodeError } from "../../contract/index.js";
import type { Generation, GenerationRequest, Usage } from "../../contract/index.js";

/** One item of a batch as it is now. */
export interface BatchItem {
  /** Its place among the given items. */
  index: number;
  request: GenerationRequest;
  status: "waiting" | "running" | "succeeded" | "failed" | "aborted";
  generation?: Generation | undefined;
  error?: ImageNodeError | undefined;
  /** Whether the picture was taken over from an earlier run, so that nothing was paid. */
  reused?: boolean | undefined;
}

/** A batch as it is now, immutable. */
export interface BatchState {
  status: "idle" | "running" | "done";
  items: readonly BatchItem[];
  succeeded: number;
  failed: number;
  /** What was spent in this batch; what was taken over counts nothing. */
  usage: Usage;
  /** Whether more may have been spent than `usage` says: of some failures the charge is not known. */
  usageIsPartial: boolean;
  /** In the order of the items, as far as they are known; give them as `completed` to go on later. */
  outcomes: readonly (Outcome | undefined)[];
}

/** Runs a loop's items and says how each of them is. */
export interface Batch {
  getSnapshot(): BatchState;
  subscribe(listener: () => void): () => void;
  /** Ignored while one runs. Resolves when the last item has ended. */
  start(requests: readonly GenerationRequest[], options?: BatchOptions): Promise<void>;
  /** Runs one item again that failed or was stopped; the others keep what they have. */
  retry(index: number): Promise<void>;
  /** Ends the wait; runs that have begun go on, and a retry finds them without paying twice. */
  stop(): void;
}

/** What a batch takes. */
export type BatchOptions = Pick<GenerateManyOptions, "concurrency" | "completed">;

const NO_BATCH: BatchState = Object.freeze({
  status: "idle",
  items: [],
  succeeded: 0,
  failed: 0,
  usage: { items: [] },
  usageIsPartial: false,
  outcomes: [],
});

/** Makes a batch on a client. Sends nothing until it is started. */
export function createBatch(client: Pick<ImageNodeClient, "generateMany" | "generate">): Batch {
  const listeners = new Set<() => void>();
  let state = NO_BATCH;
  let requests: readonly GenerationRequest[] = [];
  let outcomes: (Outcome | undefined)[] = [];
  const retried = new Set<number>();
  /** Errors of attempts that a retry replaced: what they cost stays spent. */
  let earlier: ImageNodeError[] = [];
  let concurrency = 0;
  let turn: AbortController | undefined;

  const publish = () => {
    state = describe({ requests, outcomes, retried, earlier, concurrency, running: turn !== undefined });
    listeners.forEach((listener) => listener());
  };
  const settle = (outcome: Outcome) => {
    outcomes = Object.assign([...outcomes], { [outcome.index]: outcome });
    retried.delete(outcome.index);
    publish();
  };

  return {
    getSnapshot: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async start(items, options = {}) {
      if (turn || retried.size > 0) return;
      const mine = new AbortController();
      turn = mine;
      requests = items;
      outcomes = items.map(() => undefined);
      earlier = [];
      concurrency = options.concurrency ?? 3;
      publish();
      await client.generateMany(items, { ...options, signal: mine.signal, onItem: settle });
      turn = undefined;
      publish();
    },
    async retry(index) {
      const [request, last] = [requests[index], outcomes[index]];
      if (!request || !last || last.status === "succeeded" || retried.has(index)) return;
      retried.add(index);
      // Whoever may still be on its way is asked again by its key; after a known end it is a new intent.
      const open = last.status === "aborted" || isUnknownOutcome(last.error);
      publish();
      const { key, fingerprint } = last;
      try {
        const generation = await client.generate(request, open ? { idempotencyKey: key } : {});
        if (last.status === "failed" && !open) earlier = [...earlier, last.error];
        settle({ index, key, fingerprint, status: "succeeded", generation, reused: false });
      } catch (cause) {
        if (last.status === "failed" && !open) earlier = [...earlier, last.error];
        const error = ImageNodeError.isInstance(cause)
          ? cause
          : new ImageNodeError({ kind: "unknown", cause });
        settle({ index, key, fingerprint, status: "failed", error });
      }
    },
    stop: () => turn?.abort(new DOMException("The batch was stopped.", "AbortError")),
  };
}

interface Facts {
  requests: readonly GenerationRequest[];
  outcomes: readonly (Outcome | undefined)[];
  retried: ReadonlySet<number>;
  earlier: readonly ImageNodeError[];
  concurrency: number;
  running: boolean;
}

function describe({ requests, outcomes, retried, earlier, concurrency, running }: Facts): BatchState {
  // The client takes items in their order, so the first ones without an end are those under way.
  let free = running ? concurrency : 0;
  const items = requests.map((request, index): BatchItem => {
    const outcome = outcomes[index];
    if (retried.has(index)) return { index, request, status: "running" };
    if (!outcome) {
      free -= 1;
      return { index, request, status: free >= 0 ? "running" : "waiting" };
    }
    if (outcome.status === "aborted") return { index, request, status: "aborted" };
    if (outcome.status === "failed") return { index, request, status: "failed", error: outcome.error };
    const { generation, reused } = outcome;
    return { index, request, status: "succeeded", generation, reused };
  });
  const made = items.flatMap((item) => (item.generation && !item.reused ? [item.generation] : []));
  const errors = [...earlier, ...items.flatMap((item) => item.error ?? [])];
  const spent = [...made, ...errors];
  return {
    status: running || retried.size > 0 ? "running" : "done",
    items,
    succeeded: items.filter((item) => item.status === "succeeded").length,
    failed: items.filter((item) => item.status === "failed" || item.status === "aborted").length,
    usage: { items: spent.flatMap(({ usage }) => usage?.items ?? []) },
    usageIsPartial:
      errors.some((error) => error.charged !== false && !error.usage) ||
      made.some((generation) => !generation.usage) ||
      items.some((item) => item.status === "aborted"),
    outcomes,
  };
}
