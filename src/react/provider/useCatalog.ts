"use client";
import { useContext, useMemo, useSyncExternalStore } from "react";
import { noSubscription } from "../internal/noSubscription.js";
import { ClientContext } from "./ClientContext.js";
import { catalogStoreOf } from "./catalogStoreOf.js";
import type { CatalogState } from "./catalogStoreOf.js";

const NONE: CatalogState = { status: "loading", catalog: undefined, error: undefined };

/** What {@link useCatalog} answers. */
export interface UseCatalogResult extends CatalogState {
  /** Fetches again. Does nothing without a provider. */
  reload: () => void;
}

/** What the workspace offers. Fetched once per client and shared; `loading` for good where there is no provider. */
export function useCatalog(): UseCatalogResult {
  const client = useContext(ClientContext)?.client;
  const store = client ? catalogStoreOf(client) : null;
  const state = useSyncExternalStore(
    store ? store.subscribe : noSubscription,
    () => store?.getSnapshot() ?? NONE,
    () => NONE,
  );
  return useMemo(() => ({ ...state, reload: () => store?.reload() }), [state, store]);
}
