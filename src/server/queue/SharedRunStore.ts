import type { RunRecord, RunStore } from "../runs/RunStore.js";

/** A run store that several processes use at once. */
export interface SharedRunStore extends RunStore {
  /** Finds a run with its request by its id alone, whatever its scope: a worker is given no more than the id. */
  find(id: string): Promise<RunRecord | null>;
}
