import type { Generation } from "../generationSchema.js";
import { ASPECT_RATIOS } from "../ids.js";
import { isBag } from "../isBag.js";
import {
  isCount,
  isId,
  isMoment,
  isNumber,
  isText,
  listOf,
  nullable,
  oneOf,
  optional,
  shapeOf,
} from "./shapeOf.js";
import type { Check } from "./shapeOf.js";

const isPixels: Check = (value) => isNumber(value) && (value as number) > 0;
const mayBeText = optional(isText);
const isStage = optional(nullable(isText));
const isDuration = optional(isNumber);
const hasShape = shapeOf({
  id: isId,
  status: oneOf("succeeded"),
  output: shapeOf({
    path: isText,
    _metadata: shapeOf({ name: isText, mimeType: oneOf("image/png"), sizeInKb: isCount, attachmentId: isId }),
    imageUrl: isText,
    imagePath: isText,
    attachmentId: isId,
    prompt: isText,
    aspectRatio: oneOf(...ASPECT_RATIOS),
  }),
  image: shapeOf({ width: isPixels, height: isPixels, expiresAt: isMoment, sha256: mayBeText }),
  settings: optional(isBag),
  references: optional(
    listOf(
      shapeOf({
        attachmentId: isId,
        mimeType: mayBeText,
        width: optional(isCount),
        height: optional(isCount),
      }),
    ),
  ),
  stages: optional(
    shapeOf({
      template: isStage,
      resolved: isStage,
      written: isStage,
      sent: isStage,
      revised: isStage,
      guidance: isStage,
    }),
  ),
  warnings: optional(listOf(shapeOf({ code: isId, params: optional(isBag), message: mayBeText }))),
  usage: optional(
    shapeOf({
      items: listOf(
        shapeOf({
          kind: isText,
          model: mayBeText,
          amount: optional((value) => isText(value) || isNumber(value)),
          currency: mayBeText,
          reported: optional(shapeOf({ amount: isText, unit: isText })),
        }),
      ),
    }),
  ),
  timings: optional(shapeOf({ promptMs: isDuration, imageMs: isDuration, storeMs: isDuration })),
  pinned: optional(oneOf(true)),
});

/** Checks for a generation, as `generationSchema` does, for the first paint of a page. */
export function isGeneration(value: unknown): value is Generation {
  return hasShape(value);
}
