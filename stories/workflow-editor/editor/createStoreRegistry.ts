import { createGeneration } from "image-generation-node/client";
import type { GenerationStorage, GenerationStore, ImageNodeClient } from "image-generation-node/client";
import { createStore } from "../createStore.js";

/** Stores of all image nodes on the canvas, so that a node's engine, face and panel share one. */
export interface StoreRegistry {
  /** Returns the node's store, and creates one where the canvas has none yet. */
  get(slot: string): GenerationStore;
  find(slot: string): GenerationStore | undefined;
  /** Adds the store of a mounted scope. Returns the function that removes it. */
  register(slot: string, store: GenerationStore): () => void;
  subscribe(listener: () => void): () => void;
}

/** Creates the registry of one editor. */
export function createStoreRegistry(
  client: ImageNodeClient,
  storage: GenerationStorage | undefined,
): StoreRegistry {
  const mounted = createStore<ReadonlyMap<string, GenerationStore>>(new Map());
  const spare = new Map<string, GenerationStore>();
  const find = (slot: string) => mounted.getSnapshot().get(slot);
  return {
    find,
    get(slot) {
      const known = find(slot) ?? spare.get(slot);
      if (known) return known;
      const made = createGeneration(client, { slot, storage });
      spare.set(slot, made);
      return made;
    },
    register(slot, store) {
      mounted.set(new Map(mounted.getSnapshot()).set(slot, store));
      return () => {
        const rest = new Map(mounted.getSnapshot());
        if (rest.get(slot) === store) rest.delete(slot);
        mounted.set(rest);
      };
    },
    subscribe: mounted.subscribe,
  };
}
