import type { ImageNodeClient } from "../../client/index.js";
import { createStore } from "../../internal/createStore.js";
import type { CatalogState } from "./CatalogState.js";
import { callsOf, originOf } from "./createSharedClient.js";
import { isExhausted } from "./SpendingCalls.js";

/** Catalog that all users of a client share: fetched at the first subscription. */
export interface CatalogStore {
  subscribe(listener: () => void): () => void;
  getSnapshot(): CatalogState;
  /** Fetches again; what is known stays until the answer comes. */
  reload(): void;
  /** Reads the credits anew where the catalog has some; calls that come together are one. */
  refresh(): void;
}

const LOADING: CatalogState = { status: "loading", catalog: undefined, error: undefined };
const stores = new WeakMap<ImageNodeClient, CatalogStore>();
const shared = new WeakMap<ImageNodeClient, SharedCatalog>();

/** Returns the catalog store of a client. Providers that were given the same client share what it fetched. */
export function catalogStoreOf(client: ImageNodeClient): CatalogStore {
  let store = stores.get(client);
  if (!store) {
    const origin = originOf(client);
    const catalog = shared.get(origin) ?? createSharedCatalog(origin);
    shared.set(origin, catalog);
    store = createCatalogStore(catalog, client);
    stores.set(client, store);
  }
  return store;
}

interface SharedCatalog {
  store: ReturnType<typeof createStore<CatalogState>>;
  isAsked: boolean;
  origin: ImageNodeClient;
  /** Reads the credits anew; `undefined` until a catalog had some, or a run was refused for want of them. */
  refresh?: (() => void) | undefined;
}

function createSharedCatalog(origin: ImageNodeClient): SharedCatalog {
  return { store: createStore(LOADING), isAsked: false, origin };
}

function createCatalogStore(catalog: SharedCatalog, client: ImageNodeClient): CatalogStore {
  const { get, set, subscribe } = catalog.store;
  const load = () => {
    catalog.isAsked = true;
    client.catalog().then(
      (read) => {
        set({ status: "ready", catalog: read, error: undefined });
        if (read.credits !== undefined) follow();
      },
      (error: unknown) => set({ status: "failed", catalog: get().catalog, error }),
    );
  };
  const calls = callsOf(catalog.origin);
  const follow = () => {
    if (catalog.refresh) return;
    let isDue = false;
    catalog.refresh = () => {
      isDue = true;
    };
    import("./followCredits.js").then(
      ({ followCredits }) => {
        catalog.refresh = followCredits(catalog.store, client, calls);
        if (isDue) catalog.refresh();
      },
      () => {
        catalog.refresh = undefined;
      },
    );
  };
  // The host's account may only have been out of reach as the catalog was read.
  calls.onEnd ??= (error) => {
    if (!isExhausted(error)) return;
    follow();
    catalog.refresh?.();
  };
  return {
    refresh: () => catalog.refresh?.(),
    subscribe(listener) {
      const unsubscribe = subscribe(listener);
      if (!catalog.isAsked) load();
      return unsubscribe;
    },
    getSnapshot: get,
    reload() {
      set({ ...get(), status: "loading" });
      load();
    },
  };
}
