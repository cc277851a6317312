import type { RunRecord, RunStore } from "../runs/RunStore.js";
import type { RunTurns } from "./turns/RunTurns.js";

/** A run store that several processes use at once. */
export interface SharedRunStore extends RunStore {
  /** Finds a run with its request by its id alone, whatever its scope: a worker is given no more than the id. */
  find(id: string): Promise<RunRecord | null>;
  /**
   * Lines in which runs wait for their turn, one for each workspace. The stores of this package have them. Without them
   * `createGenerationQueue` passes each run on at once, and the first that comes is the first served.
   */
  readonly turns?: RunTurns | undefined;
}
