import { generationSchema } from "./generationSchema.js";
import type { Generation } from "./generationSchema.js";

/**
 * Reads a generation that was saved, such as in a workflow; a good one stays the same object. A bad detail costs only
 * itself. Returns `undefined` where the image itself breaks the contract.
 */
export function readSavedGeneration(value: unknown): Generation | undefined {
  const isGood = (candidate: unknown): candidate is Generation =>
    generationSchema.safeParse(candidate).success;
  if (isGood(value)) return value;
  // An image can be shown without these.
  const { settings, stages, warnings, usage, timings, pinned, ...image } = Object(
    value,
  ) as Partial<Generation>;
  if (!isGood(image)) return undefined;
  const details = Object.entries({ settings, stages, warnings, usage, timings, pinned });
  const kept = details.filter(
    ([name, detail]) => detail !== undefined && isGood({ ...image, [name]: detail }),
  );
  return { ...image, ...Object.fromEntries(kept) };
}
