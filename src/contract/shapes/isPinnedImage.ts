import { ASPECT_RATIOS, PROMPT_MODES } from "../ids.js";
import { isBag } from "../isBag.js";
import type { PinnedImage } from "../pinnedImageSchema.js";
import { isGeneration } from "./isGeneration.js";
import { isId, isMoment, isText, nullable, oneOf, optional, shapeOf } from "./shapeOf.js";

const hasShape = shapeOf({
  generation: isGeneration,
  config: optional(
    shapeOf({
      version: oneOf(1),
      prompt: shapeOf({ mode: oneOf(...PROMPT_MODES), template: isText, instructions: isText }),
      imageModel: nullable(isId),
      promptModel: nullable(isId),
      aspectRatio: oneOf(...ASPECT_RATIOS),
      style: isId,
      settings: optional(isBag),
      references: optional(Array.isArray),
    }),
  ),
  pinnedAt: optional(isMoment),
});

/** Checks for a pinned image, as `pinnedImageSchema` does, for the first paint of a page. */
export function isPinnedImage(value: unknown): value is PinnedImage {
  return hasShape(value);
}
