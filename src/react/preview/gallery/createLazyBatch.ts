import { createStore } from "../../../internal/createStore.js";
import { NO_BATCH } from "./Batch.js";
import type { Batch, BatchClient } from "./Batch.js";

/** Creates a batch whose code is fetched at its first start: most pages never run one. `start` rejects if that fails. */
export function createLazyBatch(client: BatchClient): Batch {
  const changes = createStore(0);
  let batch: Batch | undefined;
  /** Grows at every start and stop: a start that was overtaken before the code was there begins, and pays, nothing. */
  let turn = 0;
  const load = async () => {
    const { createBatch } = await import("./createBatch.js");
    if (batch) return batch;
    const loaded = createBatch(client);
    loaded.subscribe(() => changes.set(changes.get() + 1));
    batch = loaded;
    return loaded;
  };
  return {
    getSnapshot: () => batch?.getSnapshot() ?? NO_BATCH,
    subscribe: changes.subscribe,
    async start(requests, options) {
      turn += 1;
      const mine = turn;
      const loaded = await load();
      if (mine === turn) await loaded.start(requests, options);
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
