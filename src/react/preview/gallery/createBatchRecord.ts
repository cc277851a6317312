import type { Outcome } from "../../../client/index.js";
import type { GenerationRequest, ImageNodeError } from "../../../contract/index.js";
import { createStore } from "../../../internal/createStore.js";
import { NO_BATCH } from "./Batch.js";
import type { BatchItem, BatchState } from "./Batch.js";
import { createBatchTally } from "./createBatchTally.js";

/** Time in which changes are told together, in milliseconds: about a frame of the screen. */
const TELL_AFTER_MS = 16;

/** Record of what becomes of a batch's items. */
export type BatchRecord = ReturnType<typeof createBatchRecord>;

/**
 * Creates the record of a batch. An event changes one item and the counts; the lists are copied when somebody reads them
 * after a change, and listeners are told of the events of a running batch together.
 */
export function createBatchRecord() {
  const changes = createStore(0);
  let snapshot: BatchState = NO_BATCH;
  let isStale = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  let requests: readonly GenerationRequest[] = [];
  let items: BatchItem[] = [];
  let outcomes: (Outcome | undefined)[] = [];
  /** Newest copy of `outcomes` that was handed out; `undefined` once one has come since. */
  let copied: BatchState["outcomes"] | undefined;
  let tally = createBatchTally();
  let running = false;
  /** First place that the client has not reached: it takes the items in their order, a new one when one has ended. */
  let reached = 0;
  const retried = new Set<number>();
  const ids = new Map<number, string>();
  /** Places of the runs that have begun and not ended. */
  const begun = new Set<number>();

  const tell = () => {
    clearTimeout(timer);
    timer = undefined;
    changes.set(changes.get() + 1);
  };
  /** Notes a change, to be told with those around it, or at once. */
  const change = (isTold: "soon" | "now") => {
    isStale = true;
    if (isTold === "now") tell();
    else timer ??= setTimeout(tell, TELL_AFTER_MS);
  };

  const isOpen = (index: number) => !outcomes[index] || retried.has(index);
  const describe = (request: GenerationRequest, index: number): BatchItem => {
    const outcome = outcomes[index];
    const id = ids.get(index);
    if (retried.has(index)) return { index, request, id, status: "running" };
    if (outcome) return { index, request, ...describeOutcome(outcome, id) };
    const isUnderWay = id !== undefined || (running && index < reached);
    return { index, request, id, status: isUnderWay ? "running" : "waiting" };
  };
  const renew = (index: number) => {
    const before = items[index];
    if (!before) return;
    const after = describe(before.request, index);
    tally.remove(before);
    tally.add(after);
    items[index] = after;
  };
  const reachNext = () => {
    while (reached < items.length && outcomes[reached]) reached += 1;
    reached += 1;
    renew(reached - 1);
  };

  return {
    subscribe: changes.subscribe,
    getSnapshot(): BatchState {
      if (!isStale) return snapshot;
      isStale = false;
      const status = running || retried.size > 0 ? "running" : "done";
      copied ??= [...outcomes];
      snapshot = { status, items: [...items], ...tally.read(), outcomes: copied };
      return snapshot;
    },
    getRequest: (index: number) => requests[index],
    getOutcome: (index: number) => outcomes[index],
    /** Tells whether this item, or any, runs again. */
    isRetrying: (index?: number) => (index === undefined ? retried.size > 0 : retried.has(index)),
    /** Returns the ids of the runs that have begun and not ended. */
    openIds: () => [...begun].flatMap((index) => ids.get(index) ?? []),
    begin(given: readonly GenerationRequest[], concurrency: number) {
      requests = given;
      outcomes = given.map(() => undefined);
      copied = undefined;
      running = true;
      reached = Math.floor(concurrency);
      ids.clear();
      begun.clear();
      items = given.map(describe);
      tally = createBatchTally();
      change("now");
    },
    end() {
      running = false;
      // What the client broke off does not run any more; the items before `reached` alone may say so.
      for (const item of items.slice(0, reached)) if (item.status === "running") renew(item.index);
      change("now");
    },
    noteId(index: number, id: string) {
      ids.set(index, id);
      if (isOpen(index)) begun.add(index);
      renew(index);
      change("soon");
    },
    /** Begins an item again. `spent` is the error of the attempt before, where what it cost stays spent. */
    beginRetry(index: number, spent: ImageNodeError | undefined) {
      retried.add(index);
      ids.delete(index);
      if (spent) tally.keep(spent);
      renew(index);
      change("now");
    },
    settle(outcome: Outcome) {
      const { index } = outcome;
      const wasReached = !outcomes[index] && index < reached;
      outcomes[index] = outcome;
      copied = undefined;
      const wasRetried = retried.delete(index);
      begun.delete(index);
      renew(index);
      if (wasReached) reachNext();
      change(wasRetried ? "now" : "soon");
    },
  };
}

function describeOutcome(outcome: Outcome, id: string | undefined): Omit<BatchItem, "index" | "request"> {
  if (outcome.status === "aborted") return { id, status: "aborted" };
  if (outcome.status === "undone") return { id, status: "undone", error: outcome.error };
  if (outcome.status === "failed")
    return { id: outcome.error.id ?? id, status: "failed", error: outcome.error };
  const { generation, reused } = outcome;
  return { id: generation.id, status: "succeeded", generation, reused };
}
