import { NO_BATCH } from "./Batch.js";
import type { Batch, BatchClient } from "./Batch.js";

/** A batch whose code is fetched at its first start: most pages never run one. `start` rejects where that fails. */
export function createLazyBatch(client: BatchClient): Batch {
  const listeners = new Set<() => void>();
  let batch: Batch | undefined;
  /** Grows at every start and stop: a start that was overtaken before the code was there begins, and pays, nothing. */
  let turn = 0;
  return {
    getSnapshot: () => batch?.getSnapshot() ?? NO_BATCH,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async start(requests, options) {
      turn += 1;
      const mine = turn;
      const { createBatch } = await import("./createBatch.js");
      if (!batch) {
        batch = createBatch(client);
        batch.subscribe(() => listeners.forEach((listener) => listener()));
      }
      if (mine === turn) await batch.start(requests, options);
    },
    retry: async (index) => batch?.retry(index),
    stop() {
      turn += 1;
      batch?.stop();
    },
    async cancel() {
      turn += 1;
      await batch?.cancel();
    },
  };
}
