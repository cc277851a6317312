import { isUnknownOutcome } from "../../../client/index.js";
import type { Outcome, StartedItem } from "../../../client/index.js";
import { ImageNodeError } from "../../../contract/index.js";
import type { GenerationRequest, StreamEvent } from "../../../contract/index.js";
import { createStore } from "../../../internal/createStore.js";
import { NO_BATCH } from "./Batch.js";
import type { Batch, BatchClient, BatchOptions } from "./Batch.js";
import { describeBatch } from "./describeBatch.js";

/** Creates a batch on a client. Sends nothing until it is started. */
export function createBatch(client: BatchClient): Batch {
  const record = createBatchRecord();
  let turn: AbortController | undefined;

  const start = async (items: readonly GenerationRequest[], options: BatchOptions = {}) => {
    if (turn || record.isRetrying()) return;
    const mine = new AbortController();
    turn = mine;
    record.begin(items, options.concurrency ?? 3);
    const onStart = ({ index, id }: StartedItem) => record.noteId(index, id);
    try {
      await client.generateMany(items, { ...options, signal: mine.signal, onStart, onItem: record.settle });
    } finally {
      turn = undefined;
      record.end();
    }
  };
  const retry = async (index: number) => {
    const request = record.getRequest(index);
    const last = record.getOutcome(index);
    if (!request || !last || last.status === "succeeded" || record.isRetrying(index)) return;
    record.beginRetry(index);
    const outcome = await repeatItem(client, request, last, (id) => record.noteId(index, id));
    if (last.status === "failed" && !isOpen(last)) record.keepError(last.error);
    record.settle(outcome);
  };
  const stop = () => turn?.abort(new DOMException("The batch was stopped.", "AbortError"));
  const cancel = async () => {
    const open = record.openIds();
    stop();
    await Promise.allSettled(open.map((id) => client.cancel(id)));
  };
  return { getSnapshot: record.getSnapshot, subscribe: record.subscribe, start, retry, stop, cancel };
}

/** Records what becomes of the items, and publishes the state after each change. */
function createBatchRecord() {
  const state = createStore(NO_BATCH);
  let requests: readonly GenerationRequest[] = [];
  let outcomes: readonly (Outcome | undefined)[] = [];
  let earlier: readonly ImageNodeError[] = [];
  let concurrency = 0;
  let running = false;
  const retried = new Set<number>();
  const ids = new Map<number, string>();
  const publish = () =>
    state.set(describeBatch({ requests, outcomes, retried, earlier, ids, concurrency, running }));
  return {
    getSnapshot: state.get,
    subscribe: state.subscribe,
    getRequest: (index: number) => requests[index],
    getOutcome: (index: number) => outcomes[index],
    /** Tells whether this item, or any, runs again. */
    isRetrying: (index?: number) => (index === undefined ? retried.size > 0 : retried.has(index)),
    /** Ids of the runs that have begun and not ended. */
    openIds: () => [...ids].filter(([index]) => !outcomes[index] || retried.has(index)).map(([, id]) => id),
    begin(items: readonly GenerationRequest[], limit: number) {
      requests = items;
      outcomes = items.map(() => undefined);
      earlier = [];
      concurrency = limit;
      running = true;
      ids.clear();
      publish();
    },
    end() {
      running = false;
      publish();
    },
    noteId(index: number, id: string) {
      ids.set(index, id);
      publish();
    },
    beginRetry(index: number) {
      retried.add(index);
      ids.delete(index);
      publish();
    },
    keepError(error: ImageNodeError) {
      earlier = [...earlier, error];
    },
    settle(outcome: Outcome) {
      outcomes = outcomes.map((known, index) => (index === outcome.index ? outcome : known));
      retried.delete(outcome.index);
      publish();
    },
  };
}

/** Repeats an item: by its key while its run may still be under way, as a new intent after a known end. */
async function repeatItem(
  client: BatchClient,
  request: GenerationRequest,
  last: Exclude<Outcome, { status: "succeeded" }>,
  onId: (id: string) => void,
): Promise<Outcome> {
  const { index, key, fingerprint } = last;
  const onEvent = ({ event, data }: StreamEvent) => {
    if (event === "started") onId(data.id);
  };
  try {
    const how = isOpen(last) ? { idempotencyKey: key, onEvent } : { onEvent };
    const generation = await client.generate(request, how);
    return { index, key, fingerprint, status: "succeeded", generation, reused: false };
  } catch (cause) {
    const error = ImageNodeError.isInstance(cause) ? cause : new ImageNodeError({ kind: "unknown", cause });
    return { index, key, fingerprint, status: "failed", error };
  }
}

function isOpen(last: Exclude<Outcome, { status: "succeeded" }>): boolean {
  return last.status === "aborted" || isUnknownOutcome(last.error);
}
