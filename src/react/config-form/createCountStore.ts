import { createStore } from "../../internal/createStore.js";
import type { Store } from "../../internal/createStore.js";

/** Greatest number of images that one press of Generate makes. */
export const MOST_IMAGES = 16;

/** Creates the store of how many images the next run makes; whatever is no number from 1 to 16 becomes the nearest. */
export function createCountStore(): Store<number> {
  const store = createStore(1);
  return { ...store, set: (count) => store.set(Math.min(Math.max(Math.trunc(count) || 1, 1), MOST_IMAGES)) };
}
