import type { RunStore } from "../runs/RunStore.js";
import type { JournalEntry } from "./JournalEntry.js";

/** Call of an image model, as the `fetch` of its provider sees it. */
export interface ProviderCall {
  /** Run store of the handler that makes the call. */
  readonly runs: RunStore;
  /** Whether the model is known to poll where the answer to its submit has no image yet. */
  readonly polls: boolean;
  /** Answer that the submit has got, in this process or in one before it; `null` until there is one. */
  entry: JournalEntry | null;
  /** Whether another process had sent the submit. */
  readonly isResumed: boolean;
  /** Whether a submit was sent of which nobody knows whether it was taken. */
  isUncertain: boolean;
  /** Whether the last look after the image got no answer, or none that says anything of it. */
  isAway: boolean;
  /** Whether the provider has said what a refusal cost. */
  knowsCosts: boolean;
  /** Origin of the submit; empty before it. */
  origin: string;
  /** Writes the answer to the run. Resolves once it is there, or cannot be written. */
  keep(entry: JournalEntry): Promise<void>;
}
