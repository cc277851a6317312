import { IDLE_GENERATION, fromGeneration } from "image-generation-node/client";
import type { GenerationState, Outcome } from "image-generation-node/client";

/** The items of a loop in the shape of a run's state, for a list that shows both. */
export function listRuns(items: readonly (Outcome | undefined)[]): readonly GenerationState[] {
  return items.map((item) =>
    item?.status === "succeeded" ? fromGeneration(item.generation) : IDLE_GENERATION,
  );
}
