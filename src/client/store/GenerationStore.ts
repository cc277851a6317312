import type { Generation, GenerationRequest, ImageNodeConfig } from "../../contract/index.js";
import type { GenerationStorage } from "./createRecordKeeper.js";
import type { GenerationState } from "./GenerationState.js";

/**
 * Request, or a function that creates it for each new intent. The function gets a configuration where an earlier one is
 * run again, and else runs what is chosen now.
 */
export type GenerationSource =
  GenerationRequest | ((config?: ImageNodeConfig) => GenerationRequest | Promise<GenerationRequest>);

/** Options of {@link createGeneration}. */
export interface CreateGenerationOptions {
  /**
   * Storage such as `localStorage`; with it a reload rejoins the run or shows its result. The whole request, with the
   * variables, stays in it while the run may go on; after a known end only its configuration and the result do. By
   * default nothing is kept.
   */
  storage?: GenerationStorage | undefined;
  /** Name that tells apart the nodes that share a storage, such as "workflow_7/n4". @default "default" */
  slot?: string | undefined;
  /**
   * Time at which the node was created, in epoch milliseconds. A run that began before it belongs to a deleted node with
   * the same id, and is not shown. By default every run under the slot is the node's.
   */
  createdAt?: number | undefined;
  /**
   * Result to begin with, such as one that the host kept in its node's data or that its own engine produced. A run that
   * the storage holds comes before it. By default the node begins without an image.
   */
  generation?: Generation | undefined;
}

/** Options of {@link GenerationStore.start}. */
export interface StartOptions {
  /** Key that names the intent; the same key with the same request never pays twice. @default a new random key */
  idempotencyKey?: string | undefined;
  /** Whether to ask for an event stream; without one there are no partial images. @default true */
  stream?: boolean | undefined;
  /** Whether to ask the back end to answer at once (202) and poll it. @default false */
  respondAsync?: boolean | undefined;
  /**
   * Number of images, 1 to 16. Each is a run of its own, with its own key, and is paid on its own; its number stands in
   * the request as `context.variation`. @default 1
   */
  count?: number | undefined;
  /**
   * Makes the request of one of several images from the common one, such as with another seed. Called for numbers 1 to
   * `count`. By default all are the same but for their number.
   */
  vary?: ((request: GenerationRequest, variation: number) => GenerationRequest) | undefined;
}

/**
 * Store of one node's generation, framework-free, with immutable snapshots. No method rejects because of a run: the
 * snapshot holds its outcome. Methods may be passed on without their object.
 */
export interface GenerationStore {
  /** Returns the current state; the same object until something changes. */
  getSnapshot(): GenerationState;
  /** Calls the listener after every change. The first listener starts rejoining a run that a reload had interrupted. */
  subscribe(listener: () => void): () => void;
  /** Starts a new intent with a new key. Does nothing while a run is under way, so a double click starts one. Resolves when the wait is over. */
  start(request: GenerationSource, options?: StartOptions): Promise<void>;
  /** Repeats the last run: as a new intent after a known end (`error.charged` says whether it was charged), with the same key and bytes after an unknown outcome. */
  retry(): Promise<void>;
  /** Starts a new intent with a new key for the last request: another image, paid again. */
  regenerate(): Promise<void>;
  /**
   * Offers what `retry` and `regenerate` send while nothing was started since the page loaded, such as what a form
   * says. Returns the function that takes the offer back.
   *
   * @param options.vary how several images differ, as in `start`
   */
  offer(source: GenerationSource, options?: Pick<StartOptions, "vary">): () => void;
  /** Ends the wait; the run goes on and can be rejoined. */
  stopWaiting(): void;
  /** Ends the run on the back end. Rejects with `unsupported` where that is not possible. */
  cancel(): Promise<void>;
  /** Waits again for a run whose wait has ended. */
  rejoin(): Promise<void>;
  /** Forgets the run and its result. A run that is under way goes on. */
  reset(): void;
  /**
   * Makes one of several images the image of the node. Does nothing for one that has no image.
   *
   * @param index place among `variations`, from 0
   */
  choose(index: number): void;
  /**
   * Returns the store of one of several images, which repeats and cancels it alone.
   *
   * @param index place among `variations`, from 0
   */
  getVariation(index: number): GenerationStore | undefined;
}
