import * as z from "zod/mini";
import { isoDate } from "./atoms.js";
import { generationSchema } from "./generationSchema.js";
import { imageNodeConfigSchema } from "./imageNodeConfigSchema.js";

/**
 * Image that a person chose to keep for a node, as the host saves it in its workflow: test runs use it and pay nothing.
 * Unknown keys pass through untouched.
 */
export const pinnedImageSchema = z.looseObject({
  /** Image and all that is known of it. */
  generation: generationSchema,
  /** Configuration that it was made with, as a person chose it; left out where it is not known. */
  config: z.optional(imageNodeConfigSchema),
  /** Time at which it was pinned (ISO 8601). */
  pinnedAt: z.optional(isoDate),
});

/** Image that a person chose to keep for a node. */
export type PinnedImage = z.infer<typeof pinnedImageSchema>;
