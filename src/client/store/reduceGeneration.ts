import type {
  Generation,
  GenerationRequest,
  ImageNodeError,
  RunStage,
  Stages,
} from "../../contract/index.js";

/** A picture on its way. */
export interface PartialImage {
  /** A `data:` URL. */
  url: string;
  /** Counts up from 0. */
  index: number;
}

/** What every state may carry. */
interface StateBase {
  /** The request that was sent. */
  request?: GenerationRequest | undefined;
  /** The run's id, once the back end told it. */
  id?: string | undefined;
  /** The stage that the run is in, or was in when it ended. */
  stage?: RunStage | undefined;
  /** The prompt on its way, as soon as it is known. */
  stages?: Stages | undefined;
  partialImage?: PartialImage | undefined;
  /** Epoch milliseconds. */
  startedAt?: number | undefined;
  /** Epoch milliseconds. */
  endedAt?: number | undefined;
  generation?: Generation | undefined;
  error?: ImageNodeError | undefined;
  /** The last good picture, shown while and after a new run has none. */
  previous?: Generation | undefined;
  /** Whether an image was charged for the run that ended; `null` means unknown. */
  charged?: boolean | null | undefined;
}

/**
 * The state of one node's generation, immutable. `waiting` means: the wait ended, the run may still go on; it can be
 * rejoined or cancelled, and `error` says why the wait ended where that was not the user's wish.
 */
export type GenerationState =
  | (StateBase & { readonly status: "idle"; generation?: undefined; error?: undefined })
  | (StateBase & { readonly status: "running"; startedAt: number; generation?: undefined; error?: undefined })
  | (StateBase & { readonly status: "waiting"; startedAt: number; generation?: undefined })
  | (StateBase & { readonly status: "succeeded"; generation: Generation; error?: undefined })
  | (StateBase & { readonly status: "failed"; error: ImageNodeError; generation?: undefined })
  | (StateBase & { readonly status: "cancelled"; generation?: undefined });

/** What happens to a generation. */
export type GenerationAction =
  | { type: "start"; at: number }
  | { type: "request"; request: GenerationRequest }
  | { type: "resume"; at: number }
  | { type: "event"; event: string; data: Record<string, unknown> }
  | { type: "succeed"; generation: Generation; at: number }
  | { type: "fail"; error: ImageNodeError; at: number }
  | { type: "detach"; error?: ImageNodeError | undefined }
  | { type: "reset" };

/** The state before anything was asked; also what a server renders. */
export const IDLE_GENERATION: GenerationState = Object.freeze({ status: "idle" });

/** Shows a generation that was saved, or that a host's own engine produced. */
export function fromGeneration(generation: Generation): GenerationState {
  return Object.freeze({ status: "succeeded", generation, ...summary(generation) });
}

/** The next state. Returns the same object when nothing changed. */
export function reduceGeneration(state: GenerationState, action: GenerationAction): GenerationState {
  const next = reduce(state, action);
  return next === state ? state : Object.freeze(next);
}

function reduce(state: GenerationState, action: GenerationAction): GenerationState {
  const previous = state.generation ?? state.previous;
  switch (action.type) {
    case "reset":
      return IDLE_GENERATION;
    case "start":
      return { status: "running", startedAt: action.at, previous };
    case "request":
      return state.status === "running" ? { ...state, request: action.request } : state;
    case "resume":
      return {
        ...without(state),
        status: "running",
        startedAt: state.startedAt ?? action.at,
        endedAt: undefined,
        previous,
      };
    case "event":
      return state.status === "running" ? reduceEvent(state, action.event, action.data) : state;
    case "succeed":
      return {
        ...without(state),
        ...summary(action.generation),
        status: "succeeded",
        generation: action.generation,
        endedAt: action.at,
        previous: undefined,
        partialImage: undefined,
      };
    case "fail": {
      const { error } = action;
      const ended = {
        ...without(state),
        id: error.id ?? state.id,
        stage: isStage(error.stage) ? error.stage : state.stage,
        stages: error.stages ?? state.stages,
        charged: error.charged,
        endedAt: action.at,
        partialImage: undefined,
        previous,
      };
      return error.kind === "cancelled"
        ? { ...ended, status: "cancelled", error }
        : { ...ended, status: "failed", error };
    }
    case "detach":
      return state.status === "running"
        ? { ...state, status: "waiting", id: action.error?.id ?? state.id, error: action.error }
        : state;
  }
}

function reduceEvent(
  state: Extract<GenerationState, { status: "running" }>,
  event: string,
  data: Record<string, unknown>,
): GenerationState {
  if (event === "started" && typeof data.id === "string") return { ...state, id: data.id };
  if (event === "stage" && isStage(data.stage)) return { ...state, stage: data.stage };
  if (event === "prompt") return { ...state, stages: data.stages as Stages };
  if (event === "partial_image") {
    const url = toImageDataUrl(data.mimeType, data.b64);
    return url ? { ...state, partialImage: { url, index: Number(data.index) } } : state;
  }
  return state;
}

/** Only raster formats: an SVG from a back end has no place in the page. */
function toImageDataUrl(mimeType: unknown, b64: unknown): string | undefined {
  return typeof mimeType === "string" && /^image\/(?:png|jpeg|webp|avif|gif)$/.test(mimeType)
    ? `data:${mimeType};base64,${String(b64)}`
    : undefined;
}

function isStage(value: unknown): value is RunStage {
  return value === "prompt" || value === "image" || value === "store";
}

function summary(generation: Generation): { id: string; stages: Stages | undefined; charged: boolean } {
  return { id: generation.id, stages: generation.stages, charged: true };
}

/** Everything but what belongs to one outcome. */
function without(state: GenerationState): StateBase & { generation?: undefined; error?: undefined } {
  return { ...state, generation: undefined, error: undefined, charged: undefined };
}
