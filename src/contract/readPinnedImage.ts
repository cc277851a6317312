import type { PinnedImage } from "./pinnedImageSchema.js";
import { readSavedGeneration } from "./readSavedGeneration.js";
import { readWithoutFaults } from "./readWithoutFaults.js";
import { isPinnedImage } from "./shapes/isPinnedImage.js";

/**
 * Reads a pinned image that a host saved; a good one stays the same object. Nothing is guessed: a configuration or a time
 * that can't be read is left out. Returns `undefined` where there is no image that can be shown.
 *
 * @example
 * const pinned = readPinnedImage(node.data.pinned);
 * const generation = await client.generate(request, { pinned });
 */
export function readPinnedImage(value: unknown): PinnedImage | undefined {
  const saved = Object(value) as Partial<PinnedImage>;
  const generation = readSavedGeneration(saved.generation);
  const whole = generation === saved.generation ? saved : { ...saved, generation };
  return readWithoutFaults(isPinnedImage, whole, ["config", "pinnedAt"]);
}
