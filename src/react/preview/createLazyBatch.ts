import { NO_BATCH } from "./Batch.js";
import type { Batch, BatchClient } from "./Batch.js";

/** A batch whose code is fetched at its first start: most pages never run one. `start` rejects where that fails. */
export function createLazyBatch(client: BatchClient): Batch {
  const listeners = new Set<() => void>();
  let batch: Batch | undefined;
  /** Told to stop before the code was there: then nothing may be begun, or paid, any more. */
  let stopped = false;
  return {
    getSnapshot: () => batch?.getSnapshot() ?? NO_BATCH,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async start(requests, options) {
      stopped = false;
      const { createBatch } = await import("./createBatch.js");
      if (!batch) {
        batch = createBatch(client);
        batch.subscribe(() => listeners.forEach((listener) => listener()));
      }
      if (!stopped) await batch.start(requests, options);
    },
    retry: async (index) => batch?.retry(index),
    stop() {
      stopped = true;
      batch?.stop();
    },
    async cancel() {
      stopped = true;
      await batch?.cancel();
    },
  };
}
