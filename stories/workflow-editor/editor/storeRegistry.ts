import { createGeneration } from "image-generation-node/client";
import type { GenerationStorage, GenerationStore, ImageNodeClient } from "image-generation-node/client";

/** The stores of all image nodes on the canvas, so that engine, face and panel of a node share one. */
export interface StoreRegistry {
  /** The node's store; made here only where none of the canvas is there yet. */
  get(slot: string): GenerationStore;
  find(slot: string): GenerationStore | undefined;
  /** Takes in the store that a scope has made. Answers how to take it out. */
  register(slot: string, store: GenerationStore): () => void;
  subscribe(listener: () => void): () => void;
}

export function createStoreRegistry(
  client: ImageNodeClient,
  storage: GenerationStorage | undefined,
): StoreRegistry {
  const stores = new Map<string, GenerationStore>();
  const spare = new Map<string, GenerationStore>();
  const listeners = new Set<() => void>();
  const tell = () => listeners.forEach((listener) => listener());
  return {
    find: (slot) => stores.get(slot),
    get(slot) {
      const known = stores.get(slot) ?? spare.get(slot);
      if (known) return known;
      const made = createGeneration(client, { slot, storage });
      spare.set(slot, made);
      return made;
    },
    register(slot, store) {
      stores.set(slot, store);
      tell();
      return () => {
        if (stores.get(slot) === store) stores.delete(slot);
        tell();
      };
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
