import { createGeneration } from "image-generation-node/client";
import type { GenerationState, GenerationStorage, GenerationStore } from "image-generation-node/client";
import { createTestClient } from "./faultServer.js";
import type { FaultServer } from "./faultServer.js";

export function createStorage(): GenerationStorage & { entries: Map<string, string> } {
  const entries = new Map<string, string>();
  return {
    entries,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
  };
}

export function createStore(server: FaultServer, o: { storage?: GenerationStorage; slot?: string } = {}) {
  const { client } = createTestClient({
    baseUrl: server.baseUrl,
    maxRetries: 0,
  });
  return createGeneration(client, o);
}

export function recordStates(store: GenerationStore): GenerationState[] {
  const states: GenerationState[] = [];
  store.subscribe(() => states.push(store.getSnapshot()));
  return states;
}

export async function until(
  store: GenerationStore,
  isIt: (state: GenerationState) => boolean,
): Promise<GenerationState> {
  return new Promise((resolve) => {
    let leave: () => void = () => undefined;
    const look = () => {
      if (!isIt(store.getSnapshot())) return;
      leave();
      resolve(store.getSnapshot());
    };
    leave = store.subscribe(look);
    look();
  });
}
