import type { GenerationStore } from "../../client/index.js";
import type { Catalog } from "../../contract/index.js";

/** Ends a run; where the back end can't, at least the wait for it. */
export function cancelRun(store: GenerationStore, catalog: Catalog | undefined): void {
  if (catalog?.features.runs === false) store.stopWaiting();
  else store.cancel().catch(() => store.stopWaiting());
}
