import type { ImageNodeClient } from "../../client/index.js";
import type { Catalog } from "../../contract/index.js";
import { createStore } from "../../internal/createStore.js";
import { originOf } from "./createSharedClient.js";

/** Catalog as far as it is known. */
export interface CatalogState {
  /** State of the request. */
  status: "loading" | "ready" | "failed";
  /** Catalog of the back end, once it has been read. */
  catalog: Catalog | undefined;
  /** Reason why it could not be read. */
  error: unknown;
}

/** Catalog that all users of a client share: fetched at the first subscription. */
export interface CatalogStore {
  subscribe(listener: () => void): () => void;
  getSnapshot(): CatalogState;
  /** Fetches again; what is known stays until the answer comes. */
  reload(): void;
}

const LOADING: CatalogState = { status: "loading", catalog: undefined, error: undefined };
const stores = new WeakMap<ImageNodeClient, CatalogStore>();
const shared = new WeakMap<ImageNodeClient, SharedCatalog>();

/** Returns the catalog store of a client. Providers that were given the same client share what it fetched. */
export function catalogStoreOf(client: ImageNodeClient): CatalogStore {
  let store = stores.get(client);
  if (!store) {
    const origin = originOf(client);
    const catalog = shared.get(origin) ?? createSharedCatalog();
    shared.set(origin, catalog);
    store = createCatalogStore(catalog, client);
    stores.set(client, store);
  }
  return store;
}

interface SharedCatalog {
  store: ReturnType<typeof createStore<CatalogState>>;
  isAsked: boolean;
}

function createSharedCatalog(): SharedCatalog {
  return { store: createStore(LOADING), isAsked: false };
}

function createCatalogStore(catalog: SharedCatalog, client: ImageNodeClient): CatalogStore {
  const { get, set, subscribe } = catalog.store;
  const load = () => {
    catalog.isAsked = true;
    client.catalog().then(
      (read) => set({ status: "ready", catalog: read, error: undefined }),
      (error: unknown) => set({ status: "failed", catalog: get().catalog, error }),
    );
  };
  return {
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
