import type { RunStore } from "./RunStore.js";

/** Claimed run that waits for a process. */
export interface GenerationJob {
  /** Id of the workspace. */
  readonly scope: string;
  /** Id of the generation. */
  readonly id: string;
  /** Provider of the image model, as the catalog names it: limits may go by it. */
  readonly provider: string;
}

/** Handler that hands a run over, as far as a queue needs to know it. */
export interface DispatchContext {
  /** Run store of the handler. */
  readonly runs: RunStore;
  /** Moment until which a worker may start the run (`maxQueueMs` after its claim), in milliseconds since 1970. */
  readonly startBy: number;
}

/** Hands claimed runs to other processes. A plain `async (job) => …` is one. */
export interface GenerationDispatch {
  /**
   * Hands a run over. A rejection ends the run as `overloaded`; the pause that it tells the caller is `retryAfterMs` of a
   * rejection that is an `ImageNodeError` of that kind, else 5 seconds.
   */
  (job: GenerationJob, context: DispatchContext): Promise<void>;
  /**
   * Takes a run back that has ended before a worker started it, so that it takes nobody's place. It may be unknown or be
   * called twice. Nobody waits for it, and a rejection is ignored. By default ended runs stay in the queue, where a worker
   * leaves them alone.
   */
  readonly withdraw?:
    | ((job: Pick<GenerationJob, "scope" | "id">, context: Pick<DispatchContext, "runs">) => Promise<void>)
    | undefined;
}
