import type { GenerationState, GenerationStore } from "image-generation-node/client";

const nothing = () => Promise.resolve();

/** A run that stands still in one state, so that a story shows it and no clock decides. */
export function fixedStore(state: GenerationState): GenerationStore {
  const variations = (state.variations ?? []).map(fixedStore);
  return {
    getSnapshot: () => state,
    subscribe: () => () => undefined,
    start: nothing,
    retry: nothing,
    regenerate: nothing,
    offer: () => () => undefined,
    rejoin: nothing,
    cancel: nothing,
    stopWaiting: () => undefined,
    reset: () => undefined,
    choose: () => undefined,
    getVariation: (index) => variations[index],
  };
}
