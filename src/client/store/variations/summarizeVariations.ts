import { RUN_STAGES } from "../../../contract/index.js";
import type { EarlierRun, GenerationState, GenerationStateBase } from "../GenerationState.js";

/** Facts from which the state of a node with several images follows. */
export interface VariationsFacts {
  /** State of the node's own single run, whose image is the last good one. */
  single: GenerationState;
  states: readonly GenerationState[];
  chosen: number | undefined;
  isRepeatable: boolean;
  /** Images of other runs that a storage held. */
  earlier: readonly EarlierRun[];
  startedAt: number;
}

/**
 * Summarizes several runs as one state: running while one of them is, else succeeded with one image, and failed only
 * where there is none.
 */
export function summarizeVariations(facts: VariationsFacts): GenerationState {
  const { single, states, isRepeatable, startedAt } = facts;
  const chosen = hasImage(states[facts.chosen ?? -1]) ? facts.chosen : findFirst(states);
  const image = states[chosen ?? -1];
  const earlier = [...(single.earlier ?? []), ...facts.earlier];
  const base: GenerationStateBase = {
    variations: states,
    chosen,
    startedAt,
    request: (image ?? states[0])?.request,
    previous: single.generation ?? single.previous,
    ...(earlier.length > 0 && { earlier }),
    ...(!isRepeatable && { isRepeatable: false }),
  };
  return Object.freeze(summarize(states, image, base, startedAt));
}

function summarize(
  states: readonly GenerationState[],
  image: GenerationState | undefined,
  base: GenerationStateBase,
  startedAt: number,
): GenerationState {
  const common = { ...base, startedAt, generation: undefined, error: undefined };
  const running = states.filter(({ status }) => status === "running");
  if (running.length > 0) return { ...common, status: "running", stage: findStage(running) };
  const endedAt = Math.max(...states.map((state) => state.endedAt ?? 0)) || undefined;
  if (image?.generation) {
    const { id, stages, charged, generation } = image;
    return {
      ...base,
      id,
      stages,
      charged,
      generation,
      endedAt,
      status: "succeeded",
      error: undefined,
      previous: undefined,
    };
  }
  const waiting = states.find(({ status }) => status === "waiting");
  if (waiting) return { ...common, status: "waiting", id: waiting.id, error: waiting.error };
  const charged = findCharge(states);
  const failed = states.find(({ status }) => status === "failed");
  if (failed?.error) {
    const { id, stage, stages, error } = failed;
    return { ...common, status: "failed", id, stage, stages, error, charged, endedAt };
  }
  const cancelled = states.find(({ status }) => status === "cancelled");
  if (cancelled) return { ...common, status: "cancelled", error: cancelled.error, charged, endedAt };
  return { ...common, status: "idle" };
}

/** Finds the image that arrived first. */
function findFirst(states: readonly GenerationState[]): number | undefined {
  let first: number | undefined;
  states.forEach((state, index) => {
    const best = states[first ?? -1];
    if (hasImage(state) && (state.endedAt ?? 0) < (best?.endedAt ?? Infinity)) first = index;
  });
  return first;
}

function hasImage(state: GenerationState | undefined): boolean {
  return state?.generation !== undefined;
}

/** Finds the stage of the run that has come the least far. */
function findStage(running: readonly GenerationState[]): GenerationState["stage"] {
  const places = running.map(({ stage }) => (stage ? RUN_STAGES.indexOf(stage) : -1));
  return RUN_STAGES[Math.min(...places)];
}

/** Tells whether something was charged: `true` for any, `null` where it is not known of one. */
function findCharge(states: readonly GenerationState[]): boolean | null | undefined {
  const charges = states.map(({ charged }) => charged);
  return charges.includes(true)
    ? true
    : charges.includes(null)
      ? null
      : charges.includes(false)
        ? false
        : undefined;
}
