import type { Generation, Stages } from "../../contract/index.js";
import type { GenerationState } from "./GenerationState.js";

/** State before the first run; also the state that a server renders. */
export const IDLE_GENERATION: GenerationState = /* @__PURE__ */ Object.freeze({ status: "idle" });

/**
 * Creates the state of a generation that was saved, or that a host's own engine produced. A generation is plain JSON, so
 * that a host may keep it in its node's data.
 *
 * @example
 * const state = fromGeneration(node.data.lastGeneration);
 * state.generation?.output.imageUrl;
 */
export function fromGeneration(generation: Generation): GenerationState {
  return Object.freeze({ status: "succeeded", generation, ...summarize(generation) });
}

/** Picks what a state says of its generation beside it. */
export function summarize(generation: Generation): {
  id: string;
  stages: Stages | undefined;
  charged: boolean;
} {
  return { id: generation.id, stages: generation.stages, charged: true };
}
