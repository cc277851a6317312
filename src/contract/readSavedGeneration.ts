import type { Generation } from "./generationSchema.js";
import { readWithoutFaults } from "./readWithoutFaults.js";
import { isGeneration } from "./shapes/isGeneration.js";

/** Members of a generation without which its image can be shown. */
const DETAILS = ["settings", "stages", "warnings", "usage", "timings", "pinned"] as const;

/**
 * Reads a generation that was saved, such as in a workflow; a good one stays the same object. A bad detail costs only
 * itself. Returns `undefined` where the image itself breaks the contract.
 */
export function readSavedGeneration(value: unknown): Generation | undefined {
  return readWithoutFaults(isGeneration, value, DETAILS);
}
