"use client";
import { useContext, useMemo, useSyncExternalStore } from "react";
import { IDLE_GENERATION } from "../../client/index.js";
import type { GenerationState, GenerationStore, ImageNodeClient } from "../../client/index.js";
import { noSubscription } from "../internal/noSubscription.js";
import { ClientContext } from "./ClientContext.js";
import { createLateGeneration } from "./createLateGeneration.js";
import { GenerationStoreContext } from "./GenerationStoreContext.js";
import { useSharedClient } from "./useSharedClient.js";

const IDLE = IDLE_GENERATION;

/** Result of {@link useGeneration}. */
export interface UseGenerationResult {
  /** Store that starts, retries and cancels the run; fits `<Preview.Root generation>`. */
  store: GenerationStore;
  /** State of the run now. */
  state: GenerationState;
}

/**
 * Follows the run of the node around this component, or a run of its own.
 *
 * @param options.client client of a run of its own, apart from the scope's. By default the scope's run is followed,
 *   else one on the provider's client
 * @throws Error without a client, a scope or a provider
 *
 * @example
 * const { store, state } = useGeneration();
 * return (
 *   <button disabled={state.status === "running"} onClick={() => void store.start({ config })}>
 *     Generate
 *   </button>
 * );
 */
export function useGeneration(options: { client?: ImageNodeClient | undefined } = {}): UseGenerationResult {
  const client = useSharedClient(options.client ?? null);
  const scoped = useContext(GenerationStoreContext);
  const provided = useContext(ClientContext)?.client;
  const store = useMemo(() => {
    if (!client && scoped) return scoped;
    const chosen = client ?? provided;
    return chosen ? createLateGeneration(chosen) : null;
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
