import type { Catalog } from "../../contract/index.js";
import { createStore } from "../../internal/createStore.js";
import type { Store } from "../../internal/createStore.js";

/** Code that a field needs, kept once it is loaded; `undefined` before. */
export interface FieldTools<T> extends Store<T | undefined> {
  /** Checks whether a configuration has a value for the field, or a model of the catalog offers it. */
  isWanted(value: unknown, catalog: Catalog | undefined): boolean;
  /** Loads the code where it is wanted. What can't be loaded is left to the back end to judge. */
  load(value: unknown, catalog: Catalog | undefined): Promise<T | undefined>;
}

/** Creates the tools of a field that only some models of a catalog have. */
export function createFieldTools<T>(field: "settings" | "references", load: () => Promise<T>): FieldTools<T> {
  const store = createStore<T | undefined>(undefined);
  const isWanted = (value: unknown, catalog: Catalog | undefined) =>
    !!(value ?? catalog?.imageModels.some((model) => model[field]));
  return {
    ...store,
    isWanted,
    async load(value, catalog) {
      if (isWanted(value, catalog)) store.set(await load().catch(() => undefined));
      return store.get();
    },
  };
}
