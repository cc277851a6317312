import { isUnknownOutcome } from "../../../client/index.js";
import type { Outcome, StartedItem } from "../../../client/index.js";
import { ImageNodeError } from "../../../contract/index.js";
import type { GenerationRequest, StreamEvent } from "../../../contract/index.js";
import { NO_BATCH } from "./Batch.js";
import type { Batch, BatchClient, BatchItem, BatchState } from "./Batch.js";

/** Makes a batch on a client. Sends nothing until it is started. */
export function createBatch(client: BatchClient): Batch {
  const listeners = new Set<() => void>();
  let state = NO_BATCH;
  let requests: readonly GenerationRequest[] = [];
  let outcomes: (Outcome | undefined)[] = [];
  const retried = new Set<number>();
  /** Errors of attempts that a retry replaced: what they cost stays spent. */
  let earlier: ImageNodeError[] = [];
  let concurrency = 0;
  /** The runs that the back end has begun, by item. */
  const ids = new Map<number, string>();
  let turn: AbortController | undefined;
  const note = (index: number, id: string) => {
    ids.set(index, id);
    publish();
  };

  const publish = () => {
    state = describe({ requests, outcomes, retried, earlier, ids, concurrency, running: turn !== undefined });
    listeners.forEach((listener) => listener());
  };
  const settle = (outcome: Outcome) => {
    outcomes = Object.assign([...outcomes], { [outcome.index]: outcome });
    retried.delete(outcome.index);
    publish();
  };

  const stop = () => turn?.abort(new DOMException("The batch was stopped.", "AbortError"));

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
      ids.clear();
      concurrency = options.concurrency ?? 3;
      publish();
      const onStart = ({ index, id }: StartedItem) => note(index, id);
      try {
        await client.generateMany(items, { ...options, signal: mine.signal, onStart, onItem: settle });
      } finally {
        turn = undefined;
        publish();
      }
    },
    async retry(index) {
      const [request, last] = [requests[index], outcomes[index]];
      if (!request || !last || last.status === "succeeded" || retried.has(index)) return;
      retried.add(index);
      // Whoever may still be on its way is asked again by its key; after a known end it is a new intent.
      const open = last.status === "aborted" || isUnknownOutcome(last.error);
      ids.delete(index);
      publish();
      const { key, fingerprint } = last;
      const onEvent = ({ event, data }: StreamEvent) => {
        if (event === "started") note(index, data.id);
      };
      try {
        const how = open ? { idempotencyKey: key, onEvent } : { onEvent };
        const generation = await client.generate(request, how);
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
    stop,
    async cancel() {
      const open = [...ids].filter(([index]) => !outcomes[index] || retried.has(index));
      stop();
      await Promise.allSettled(open.map(([, id]) => client.cancel(id)));
    },
  };
}

interface Facts {
  requests: readonly GenerationRequest[];
  outcomes: readonly (Outcome | undefined)[];
  retried: ReadonlySet<number>;
  earlier: readonly ImageNodeError[];
  ids: ReadonlyMap<number, string>;
  concurrency: number;
  running: boolean;
}

function describe({ requests, outcomes, retried, earlier, ids, concurrency, running }: Facts): BatchState {
  // The client takes items in their order, so the first ones without an end are those under way.
  let free = running ? concurrency : 0;
  const items = requests.map((request, index): BatchItem => {
    const outcome = outcomes[index];
    const id = ids.get(index);
    if (retried.has(index)) return { index, request, id, status: "running" };
    if (!outcome) {
      free -= 1;
      return { index, request, id, status: id !== undefined || free >= 0 ? "running" : "waiting" };
    }
    if (outcome.status === "aborted") return { index, request, id, status: "aborted" };
    if (outcome.status === "failed")
      return { index, request, id: outcome.error.id ?? id, status: "failed", error: outcome.error };
    const { generation, reused } = outcome;
    return { index, request, id: generation.id, status: "succeeded", generation, reused };
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
