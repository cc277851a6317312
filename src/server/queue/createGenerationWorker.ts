import { createHandlerContext } from "../createHandlerContext.js";
import { carryOutRun } from "../stages/carryOutRun.js";
import type { GenerationRunnerOptions } from "../stages/createGenerationRunner.js";
import { createId } from "../createId.js";
import { settleOverdue } from "../spending/settleOverdue.js";
import type { SharedRunStore } from "./SharedRunStore.js";

/** Options of {@link createGenerationWorker}: the handler's own models, storage, limits and `publicUrl`. */
export interface GenerationWorkerOptions extends Omit<
  GenerationRunnerOptions,
  "runs" | "signingSecret" | "waitUntil"
> {
  /** Run store that the handler uses too. */
  runs: SharedRunStore;
}

/** Executes generations by their ids. */
export interface GenerationWorker {
  /** Run store that it was made with. `consumeGenerations` finds there whose turn it is. */
  readonly runs: SharedRunStore;
  /**
   * Executes the generation to its end. May be called again for the same id, here or elsewhere: the image model is called
   * once at most. A call that finds another at work waits for its end; where that one is gone after it called the image
   * model, the generation goes on with what the provider had answered (`createProviderFetch`), or ends as `timeout` with
   * `charged: null`. An id that is unknown or has ended, or is no text, is
   * left alone. Rejects only when the run store does not answer.
   */
  execute(id: string): Promise<void>;
  /** Resolves once the images that came after their generation's end are stored too, and the host is told of all ends. */
  settled(): Promise<void>;
  /**
   * Settles reservations that were left open (option `spending`): of workers and handlers that died, and where `settle`
   * failed. `consumeGenerations` calls it every few seconds; with a queue of your own, call it at intervals. Several
   * workers may do so at once. Begins nothing more after 30 seconds, or once `signal` aborts, and resolves when what it had
   * begun is done.
   */
  settleOverdue(signal?: AbortSignal): Promise<void>;
}

/**
 * Creates a worker. It knows no queue: pass it the ids that `dispatch` was given, from BullMQ by `consumeGenerations`, or
 * from SQS, Temporal or any other queue.
 *
 * @example
 * const worker = createGenerationWorker({ imageModels, storage, runs, publicUrl });
 * await worker.execute(message.id);
 */
export function createGenerationWorker(options: GenerationWorkerOptions): GenerationWorker {
  const late = new Set<Promise<unknown>>();
  const handler = createHandlerContext({
    ...options,
    // The handler signs links whenever it shows an image: a worker holds no secret.
    signingSecret: `${createId("worker")}_${createId("worker")}`,
    waitUntil: (work) => {
      const done = work.finally(() => late.delete(done));
      late.add(done);
    },
  });

  return {
    runs: options.runs,
    async execute(id) {
      // Messages of a queue may be anybody's: what is no id is none of ours.
      if (typeof id === "string" && id !== "") await carryOutRun(handler, () => options.runs.find(id));
    },
    async settled() {
      await Promise.allSettled(late);
    },
    settleOverdue: (signal) => settleOverdue(handler, signal),
  };
}
