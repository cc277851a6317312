import type { ImageNodeClient } from "../../client/index.js";
import type { Catalog } from "../../contract/index.js";
import { createStore } from "../../internal/createStore.js";

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

/** Returns the catalog store of a client. */
export function catalogStoreOf(client: ImageNodeClient): CatalogStore {
  let store = stores.get(client);
  if (!store) {
    store = createCatalogStore(client);
    stores.set(client, store);
  }
  return store;
}

function createCatalogStore(client: ImageNodeClient): CatalogStore {
  const { get, set, subscribe } = createStore(LOADING);
  let asked = false;
  const load = () => {
    asked = true;
    client.catalog().then(
      (catalog) => set({ status: "ready", catalog, error: undefined }),
      (error: unknown) => set({ status: "failed", catalog: get().catalog, error }),
    );
  };
  return {
    subscribe(listener) {
      const unsubscribe = subscribe(listener);
      if (!asked) load();
      return unsubscribe;
    },
    getSnapshot: get,
    reload() {
      set({ ...get(), status: "loading" });
      load();
    },
  };
}
