import { isoDate } from "./atoms.js";
import { imageNodeConfigSchema } from "./imageNodeConfigSchema.js";
import type { PinnedImage } from "./pinnedImageSchema.js";
import { readSavedGeneration } from "./readSavedGeneration.js";

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
  if (!generation) return undefined;
  const { config, pinnedAt, ...rest } = saved;
  const read = {
    config: imageNodeConfigSchema.safeParse(config).success ? config : undefined,
    pinnedAt: isoDate.safeParse(pinnedAt).success ? pinnedAt : undefined,
  };
  if (generation === rest.generation && read.config === config && read.pinnedAt === pinnedAt)
    return saved as PinnedImage;
  const known = Object.entries(read).filter(([, detail]) => detail !== undefined);
  return { ...rest, generation, ...Object.fromEntries(known) };
}
