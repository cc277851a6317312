import type { GenerateManyOptions, ImageNodeClient, Outcome } from "../../../client/index.js";
import type { Generation, GenerationRequest, ImageNodeError, Usage } from "../../../contract/index.js";

/** Item of a batch as it is now. */
export interface BatchItem {
  /** Place among the given items. */
  index: number;
  /** Request of the item. */
  request: GenerationRequest;
  /** Id of the run, as soon as the back end told it. */
  id?: string | undefined;
  /** State of the item. */
  status: "waiting" | "running" | "succeeded" | "failed" | "aborted" | "undone";
  /** Result, once there is one. */
  generation?: Generation | undefined;
  /** Reason why there is none. */
  error?: ImageNodeError | undefined;
  /** Whether the result was taken over from an earlier run, so that nothing was paid. */
  reused?: boolean | undefined;
}

/** State of a batch, immutable. An item that has not changed is the same object in the next state. */
export interface BatchState {
  /** State of the whole batch. */
  status: "idle" | "running" | "done";
  /** Items, in the order of the requests. */
  items: readonly BatchItem[];
  /** Number of items with an image. */
  succeeded: number;
  /** Number of items that ended without one. */
  failed: number;
  /** Number of items that were never sent, since the credits are exhausted or the back end asked for a long pause. */
  undone: number;
  /** Cost of this batch, in the order in which it became known; what was taken over counts nothing. */
  usage: Usage;
  /** Whether more may have been spent than `usage` says: of some failures the charge is not known. */
  usageIsPartial: boolean;
  /** Outcomes in the order of the items, as far as they are known; pass them as `completed` to go on later. */
  outcomes: readonly (Outcome | undefined)[];
}

/** Batch that runs a loop's items. */
export interface Batch {
  /** Returns the current state; the same object until something changes. Copies the lists, so read it when it is needed. */
  getSnapshot(): BatchState;
  /** Calls the listener after changes: of a batch that runs, after those of a frame of the screen together. */
  subscribe(listener: () => void): () => void;
  /** Starts the items; ignored while a batch runs. Resolves when the last item has ended. */
  start(requests: readonly GenerationRequest[], options?: BatchOptions): Promise<void>;
  /** Runs one item again that failed, was stopped or was never sent; the others keep what they have. */
  retry(index: number): Promise<void>;
  /** Ends the wait; runs that have begun go on, and a retry finds them without paying twice. */
  stop(): void;
  /**
   * Ends the wait, and the runs that are under way on the back end too. Never rejects: a run that can't be ended goes
   * on.
   */
  cancel(): Promise<void>;
}

/** Options of a batch. */
export type BatchOptions = Pick<GenerateManyOptions, "concurrency" | "completed">;

/** State before the first start. */
export const NO_BATCH: BatchState = Object.freeze({
  status: "idle",
  items: [],
  succeeded: 0,
  failed: 0,
  undone: 0,
  usage: { items: [] },
  usageIsPartial: false,
  outcomes: [],
});

/** Methods of a client that a batch needs. */
export type BatchClient = Pick<ImageNodeClient, "generateMany" | "generate" | "cancel">;
