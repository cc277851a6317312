"use client";
import { useContext, useMemo, useSyncExternalStore } from "react";
import { noSubscription } from "../internal/noSubscription.js";
import { ClientContext } from "./ClientContext.js";
import { catalogStoreOf } from "./catalogStoreOf.js";
import type { CatalogState } from "./CatalogState.js";

const NONE: CatalogState = { status: "loading", catalog: undefined, error: undefined };

/** Result of {@link useCatalog}. */
export interface UseCatalogResult extends CatalogState {
  /** Fetches again. Does nothing without a provider, and where the provider was given the catalog. */
  reload: () => void;
}

/**
 * Reads the catalog: the models, modes, ratios and styles that the workspace offers. Fetches it once per client and
 * shares it, unless the provider was given one; without a provider it stays `loading`.
 *
 * @example
 * const { catalog, status, reload } = useCatalog();
 * if (status === "failed") return <button onClick={reload}>Try again</button>;
 * return <p>{catalog?.imageModels.length} models</p>;
 */
export function useCatalog(): UseCatalogResult {
  const context = useContext(ClientContext);
  const given = context?.catalog;
  const store = context && !given ? catalogStoreOf(context.client) : null;
  const state = useSyncExternalStore(
    store ? store.subscribe : noSubscription,
    () => store?.getSnapshot() ?? NONE,
    () => NONE,
  );
  return useMemo(
    () => ({
      ...(given ? { status: "ready", catalog: given, error: undefined } : state),
      reload: () => store?.reload(),
    }),
    [given, state, store],
  );
}
