import type {
  Generation,
  GenerationRequest,
  ImageNodeError,
  RunStage,
  Stages,
} from "../../contract/index.js";
import { IDLE_GENERATION, summarize } from "./fromGeneration.js";
import type { EarlierRun, GenerationState, GenerationStateBase } from "./GenerationState.js";

/** Change of a generation's state. */
export type GenerationAction =
  | { type: "start"; at: number }
  | { type: "request"; request: GenerationRequest; isReduced?: boolean | undefined }
  | { type: "repeatable"; isRepeatable: boolean }
  | { type: "resume"; at: number }
  | { type: "event"; event: string; data: Record<string, unknown> }
  | { type: "succeed"; generation: Generation; at: number }
  | { type: "fail"; error: ImageNodeError; at: number }
  | { type: "earlier"; run: EarlierRun }
  | { type: "detach"; error?: ImageNodeError | undefined }
  | { type: "reset" };

/** Returns the next state; the same object when nothing changed. */
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
      return { status: "running", startedAt: action.at, previous, ...pickEarlier(state) };
    case "earlier":
      return { ...state, earlier: [...(state.earlier ?? []), action.run] };
    case "request":
      return state.status === "running"
        ? { ...state, request: action.request, ...(action.isReduced && { isRepeatable: false }) }
        : state;
    case "repeatable":
      return action.isRepeatable === (state.isRepeatable ?? true)
        ? state
        : { ...state, isRepeatable: action.isRepeatable ? undefined : false };
    case "resume": {
      const startedAt = state.startedAt ?? action.at;
      return { ...withoutOutcome(state), status: "running", startedAt, endedAt: undefined, previous };
    }
    case "event":
      return state.status === "running" ? reduceEvent(state, action.event, action.data) : state;
    case "succeed":
      return {
        ...withoutOutcome(state),
        ...summarize(action.generation),
        status: "succeeded",
        generation: action.generation,
        endedAt: action.at,
        previous: undefined,
        partialImage: undefined,
      };
    case "fail":
      return reduceFailure(state, action.error, action.at);
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

function reduceFailure(state: GenerationState, error: ImageNodeError, at: number): GenerationState {
  const ended = {
    ...withoutOutcome(state),
    id: error.id ?? state.id,
    stage: isStage(error.stage) ? error.stage : state.stage,
    stages: error.stages ?? state.stages,
    charged: error.charged,
    endedAt: at,
    partialImage: undefined,
    previous: state.generation ?? state.previous,
  };
  return error.kind === "cancelled"
    ? { ...ended, status: "cancelled", error }
    : { ...ended, status: "failed", error };
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

/** Leaves the member out where there is nothing. */
function pickEarlier({ earlier }: GenerationState): Pick<GenerationStateBase, "earlier"> {
  return earlier ? { earlier } : {};
}

function withoutOutcome(
  state: GenerationState,
): GenerationStateBase & { generation?: undefined; error?: undefined } {
  return { ...state, generation: undefined, error: undefined, charged: undefined };
}
