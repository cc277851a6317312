"use client";
import { useContext, useMemo, useSyncExternalStore } from "react";
import type { ImageNodeClient } from "../../client/index.js";
import { ClientContext } from "../provider/index.js";
import type { Batch, BatchState } from "./gallery/Batch.js";
import { createLazyBatch } from "./gallery/createLazyBatch.js";

/** Options of {@link useBatch}. */
export interface UseBatchOptions {
  /** Client that runs the items. By default the provider's. */
  client?: ImageNodeClient | undefined;
}

/** Result of {@link useBatch}; fits `<Preview.Gallery batch>`. */
export interface UseBatchResult extends Pick<Batch, "start" | "retry" | "stop" | "cancel"> {
  /** State of the batch now. */
  state: BatchState;
}

/**
 * Runs a loop's items at once: bounded concurrency, and one failure does not lose the others.
 *
 * @throws Error without a client or a provider
 *
 * @example
 * const batch = useBatch();
 * const requests = products.map((product) => ({ config, variables: { trigger: { output: product } } }));
 * await batch.start(requests, { concurrency: 3 });
 */
export function useBatch(options: UseBatchOptions = {}): UseBatchResult {
  const provided = useContext(ClientContext)?.client;
  const client = options.client ?? provided;
  const batch = useMemo(() => (client ? createLazyBatch(client) : null), [client]);
  if (!batch) {
    throw new Error(
      "useBatch() found no client. Give it one, or call it inside of <ImageNodeProvider>: useBatch({ client }).",
    );
  }
  const state = useSyncExternalStore(batch.subscribe, batch.getSnapshot, batch.getSnapshot);
  return useMemo(() => {
    const { start, retry, stop, cancel } = batch;
    return { state, start, retry, stop, cancel };
  }, [batch, state]);
}
