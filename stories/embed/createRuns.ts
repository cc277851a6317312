import { createGeneration, forgetNode } from "image-generation-node/client";
import type { GenerationStorage, GenerationStore, ImageNodeClient } from "image-generation-node/client";
import { generationSchema } from "image-generation-node/contract";
import type { FlowNode } from "./flow.js";

/** The run of each image node: one store for its face, its panel and the engine. */
export interface Runs {
  of(node: FlowNode): GenerationStore;
  /** For a node that was deleted. */
  forget(nodeId: string): void;
}

/** Creates the runs of one canvas. It lives as long as the canvas, not as long as a drawer. */
export function createRuns(client: ImageNodeClient, storage: GenerationStorage): Runs {
  const stores = new Map<string, GenerationStore>();
  return {
    of(node) {
      const known = stores.get(node.id);
      if (known) return known;
      // The result in the node's data comes back, on any machine; a run that goes on comes from this browser's storage.
      const { data: generation } = generationSchema.safeParse(node.last);
      const store = createGeneration(client, { slot: node.id, storage, generation });
      stores.set(node.id, store);
      return store;
    },
    forget(nodeId) {
      const store = stores.get(nodeId);
      // Ends what is being drawn for nobody. A back end without runs can't: then only the wait ends.
      store?.cancel().catch(store.stopWaiting);
      stores.delete(nodeId);
      forgetNode(storage, nodeId);
    },
  };
}
