import { generationSchema } from "../../../contract/index.js";
import type { Generation } from "../../../contract/index.js";

/**
 * Reads a generation that was stored, by this page or by a host; a good one stays the same object. A bad detail costs
 * only itself. Returns `undefined` where the image itself breaks the contract.
 */
export function readSavedGeneration(value: unknown): Generation | undefined {
  const isGood = (candidate: unknown): candidate is Generation =>
    generationSchema.safeParse(candidate).success;
  if (isGood(value)) return value;
  // An image can be shown without these.
  const { stages, warnings, usage, timings, ...image } = Object(value) as Partial<Generation>;
  if (!isGood(image)) return undefined;
  const details = Object.entries({ stages, warnings, usage, timings });
  const kept = details.filter(([name, detail]) => isGood({ ...image, [name]: detail }));
  return { ...image, ...Object.fromEntries(kept) };
}
