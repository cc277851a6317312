import type {
  Generation,
  GenerationRequest,
  ImageNodeConfig,
  ImageNodeError,
  RunStage,
  Stages,
} from "../../contract/index.js";

/** Unfinished image of a run that goes on. */
export interface PartialImage {
  /** A `data:` URL. */
  url: string;
  /** Counts up from 0. */
  index: number;
}

/** Run of the node beside the one that is shown, with its image. */
export interface EarlierRun {
  /** Image and all that is known of it. */
  generation: Generation;
  /** Configuration of its request. */
  config: ImageNodeConfig;
  /** Time at which the run began, in epoch milliseconds. */
  startedAt: number;
  /** Time at which the run ended, in epoch milliseconds. */
  endedAt?: number | undefined;
}

/** Members that every state may have. */
export interface GenerationStateBase {
  /** Request as it was sent; after a reload that followed a known end, its configuration alone. */
  request?: GenerationRequest | undefined;
  /** `false` after such a reload: `retry` and `regenerate` do nothing until a request is started or offered. */
  isRepeatable?: false | undefined;
  /** Id of the run, once the back end has told it. */
  id?: string | undefined;
  /** Stage that the run is in, or was in when it ended. */
  stage?: RunStage | undefined;
  /** Texts of the prompt stage, as soon as they are known. */
  stages?: Stages | undefined;
  /** Unfinished image, where the model sends one. */
  partialImage?: PartialImage | undefined;
  /** Epoch milliseconds. */
  startedAt?: number | undefined;
  /** Epoch milliseconds. */
  endedAt?: number | undefined;
  /** Image and all that is known of it, once the run has succeeded. */
  generation?: Generation | undefined;
  /** Reason why there is no image. */
  error?: ImageNodeError | undefined;
  /** Last good generation, shown while a new run has none, and after it failed. */
  previous?: Generation | undefined;
  /** Whether an image was charged for the run that ended; `null` means unknown. */
  charged?: boolean | null | undefined;
  /** Runs that another tab, panel or page had started, as found in the storage: their images would be lost from view. */
  earlier?: readonly EarlierRun[] | undefined;
  /**
   * States of several images that were asked for at once, in their order; `undefined` for a single one. The state around
   * them is running while one of them is, has succeeded with the first image, and has the chosen image.
   */
  variations?: readonly GenerationState[] | undefined;
  /** Place of the chosen one among `variations`; until one is chosen, of the first that arrived. */
  chosen?: number | undefined;
}

/**
 * State of one node's generation, immutable. `waiting` means that the wait has ended and the run may still go on: it can
 * be rejoined or cancelled. `error` says why the wait ended, unless the user ended it.
 */
export type GenerationState =
  | (GenerationStateBase & { readonly status: "idle"; generation?: undefined; error?: undefined })
  | (GenerationStateBase & {
      readonly status: "running";
      startedAt: number;
      generation?: undefined;
      error?: undefined;
    })
  | (GenerationStateBase & { readonly status: "waiting"; startedAt: number; generation?: undefined })
  | (GenerationStateBase & { readonly status: "succeeded"; generation: Generation; error?: undefined })
  | (GenerationStateBase & { readonly status: "failed"; error: ImageNodeError; generation?: undefined })
  | (GenerationStateBase & { readonly status: "cancelled"; generation?: undefined });
