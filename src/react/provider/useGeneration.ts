"use client";
import { useContext, useMemo, useSyncExternalStore } from "react";
import { IDLE_GENERATION, createGeneration } from "../../client/index.js";
import type { GenerationState, GenerationStore, ImageNodeClient } from "../../client/index.js";
import { noSubscription } from "../internal/noSubscription.js";
import { ClientContext } from "./ClientContext.js";
import { GenerationStoreContext } from "./GenerationStoreContext.js";

const IDLE = IDLE_GENERATION;

/** What {@link useGeneration} answers. */
export interface UseGenerationResult {
  /** Starts, retries, cancels; pass it to `<Preview.Root generation>`. */
  store: GenerationStore;
  /** The run as it is now. */
  state: GenerationState;
}

/**
 * The run of the node around this component, or a run of its own.
 *
 * @param options.client runs on this client, apart from the scope's run
 * @throws Error without a client, a scope or a provider
 */
export function useGeneration(options: { client?: ImageNodeClient | undefined } = {}): UseGenerationResult {
  const { client } = options;
  const scoped = useContext(GenerationStoreContext);
  const provided = useContext(ClientContext)?.client;
  const store = useMemo(() => {
    if (!client && scoped) return scoped;
    const chosen = client ?? provided;
    return chosen ? createGeneration(chosen) : null;
  }, [client, provided, scoped]);
  if (!store) {
    throw new Error(
      "useGeneration() found no client. Give it one, or call it inside of <ImageNodeProvider>: useGeneration({ client }).",
    );
  }
  return { store, state: useGenerationState(store) };
}

/** Reads a store; idle where there is none, and while rendering on a server. */
export function useGenerationState(store: GenerationStore | null | undefined): GenerationState {
  return useSyncExternalStore(
    store ? store.subscribe : noSubscription,
    () => store?.getSnapshot() ?? IDLE,
    () => IDLE,
  );
}
