import { createGenerationRunner } from "../stages/createGenerationRunner.js";
import type { GenerationRunnerOptions } from "../stages/createGenerationRunner.js";
import { createId } from "../createId.js";
import type { SharedRunStore } from "./SharedRunStore.js";

/** What {@link createGenerationWorker} takes: the handler's own models, storage, limits and `publicUrl`. */
export interface GenerationWorkerOptions extends Omit<
  GenerationRunnerOptions,
  "runs" | "signingSecret" | "waitUntil"
> {
  /** The store that the handler uses. */
  runs: SharedRunStore;
}

/** Carries out generations by their ids. */
export interface GenerationWorker {
  /**
   * Carries the generation to its end. May be called again for the same id, here or elsewhere: the image model is called
   * once at most, and a generation whose image model was called already ends as `timeout` with `charged: null`. An id
   * that is unknown or has ended is left alone. Rejects only when the run store does not answer.
   */
  execute(id: string): Promise<void>;
  /** Resolves when the pictures that came after their generation's end are stored too. */
  settled(): Promise<void>;
}

/**
 * Makes a worker. It knows no queue: hand it the ids that `dispatch` was given, from BullMQ by `consumeGenerations`, or
 * from SQS, Temporal or whatever a team runs.
 */
export function createGenerationWorker(options: GenerationWorkerOptions): GenerationWorker {
  const late = new Set<Promise<unknown>>();
  const runner = createGenerationRunner({
    ...options,
    // Links that leave the house are signed by the handler, whenever it shows a picture: a worker holds no secret.
    signingSecret: createId("worker"),
    waitUntil: (work) => {
      const done = work.finally(() => late.delete(done));
      late.add(done);
    },
  });

  return {
    async execute(id) {
      const run = await options.runs.find(id);
      if (run) await runner.execute({ scope: run.scope, id });
    },
    async settled() {
      await Promise.allSettled(late);
    },
  };
}
