"use client";
import { useContext, useMemo, useSyncExternalStore } from "react";
import type { ImageNodeClient } from "../../client/index.js";
import { ClientContext } from "../provider/index.js";
import type { Batch, BatchState } from "./gallery/Batch.js";
import { createLazyBatch } from "./gallery/createLazyBatch.js";

/** What {@link useBatch} takes. */
export interface UseBatchOptions {
  /** @default the provider's */
  client?: ImageNodeClient | undefined;
}

/** What {@link useBatch} answers; give it to `<Preview.Gallery batch>`. */
export interface UseBatchResult extends Pick<Batch, "start" | "retry" | "stop" | "cancel"> {
  /** The batch as it is now. */
  state: BatchState;
}

/**
 * Runs a loop's items at once: bounded concurrency, and one failure does not lose the others.
 *
 * @throws Error without a client or a provider
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
