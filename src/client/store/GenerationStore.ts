import type { GenerationRequest } from "../../contract/index.js";
import type { GenerationStorage } from "./createRecordKeeper.js";
import type { GenerationState } from "./GenerationState.js";

/** A request, or a function that makes it at the moment of each new intent. */
export type GenerationSource = GenerationRequest | (() => GenerationRequest | Promise<GenerationRequest>);

/** What {@link createGeneration} takes. */
export interface CreateGenerationOptions {
  /** localStorage-like; with it a reload rejoins the run or shows its result. */
  storage?: GenerationStorage | undefined;
  /** Tells the nodes that share a storage apart, such as "workflow_7/n4". @default "default" */
  slot?: string | undefined;
}

/** What {@link GenerationStore.start} takes. */
export interface StartOptions {
  /** @default a new random key */
  idempotencyKey?: string | undefined;
  /** @default true */
  stream?: boolean | undefined;
  /** @default false */
  respondAsync?: boolean | undefined;
}

/**
 * One node's generation: framework-free, with immutable snapshots. No method rejects because of a run; what became of
 * it stands in the snapshot. Methods may be passed on without their object.
 */
export interface GenerationStore {
  /** The state as it is now; the same object until something changes. */
  getSnapshot(): GenerationState;
  /** The listener is called after every change. The first one starts rejoining a run that a reload had interrupted. */
  subscribe(listener: () => void): () => void;
  /** A new intent with a new key. Ignored while one runs: a double click starts one run. Resolves when the wait is over. */
  start(request: GenerationSource, options?: StartOptions): Promise<void>;
  /** After a known end a new intent; `error.charged` says whether the last one was charged. After an unknown outcome the same key and bytes. */
  retry(): Promise<void>;
  /** Always a new intent with a new key: another picture, paid again. */
  regenerate(): Promise<void>;
  /** Ends the wait; the run goes on and can be rejoined. */
  stopWaiting(): void;
  /** Ends the run on the back end. Rejects with `unsupported` where that is not possible. */
  cancel(): Promise<void>;
  /** Waits again for a run whose wait had ended. */
  rejoin(): Promise<void>;
  /** Lets go of everything; a run that is under way goes on without us. */
  reset(): void;
}
