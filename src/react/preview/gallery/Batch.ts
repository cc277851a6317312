import type { GenerateManyOptions, ImageNodeClient, Outcome } from "../../../client/index.js";
import type { Generation, GenerationRequest, ImageNodeError, Usage } from "../../../contract/index.js";

/** One item of a batch as it is now. */
export interface BatchItem {
  /** Its place among the given items. */
  index: number;
  /** What was asked for. */
  request: GenerationRequest;
  /** The run's id, as soon as the back end said it. */
  id?: string | undefined;
  /** How far it is. */
  status: "waiting" | "running" | "succeeded" | "failed" | "aborted";
  /** The image, once there is one. */
  generation?: Generation | undefined;
  /** Why there is none. */
  error?: ImageNodeError | undefined;
  /** Whether the image was taken over from an earlier run, so that nothing was paid. */
  reused?: boolean | undefined;
}

/** A batch as it is now, immutable. */
export interface BatchState {
  /** How far the batch is. */
  status: "idle" | "running" | "done";
  /** The items, in the order of the requests. */
  items: readonly BatchItem[];
  /** How many have an image. */
  succeeded: number;
  /** How many ended without one. */
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
  /** Ends the wait, and the runs that are under way on the back end too. Never rejects: what can't be ended goes on. */
  cancel(): Promise<void>;
}

/** What a batch takes. */
export type BatchOptions = Pick<GenerateManyOptions, "concurrency" | "completed">;

/** Before the first start. */
export const NO_BATCH: BatchState = Object.freeze({
  status: "idle",
  items: [],
  succeeded: 0,
  failed: 0,
  usage: { items: [] },
  usageIsPartial: false,
  outcomes: [],
});

/** What a batch needs of a client. */
export type BatchClient = Pick<ImageNodeClient, "generateMany" | "generate" | "cancel">;
