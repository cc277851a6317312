import type { Catalog } from "../catalogSchema.js";
import { ASPECT_RATIOS, PROMPT_MODES } from "../ids.js";
import { isBag } from "../isBag.js";
import { isCount, isId, isText, listOf, nullable, oneOf, optional, shapeOf } from "./shapeOf.js";
import type { Check } from "./shapeOf.js";

const isFlag = oneOf(true, false);
const isAmount: Check = (value) => (typeof value === "string" ? /^\d+(\.\d+)?$/.test(value) : isCount(value));
const isPrice = /* @__PURE__ */ shapeOf({
  currency: isId,
  min: isAmount,
  max: isAmount,
  source: optional(isText),
  perReference: optional(isAmount),
});
const isRatio = /* @__PURE__ */ optional(
  shapeOf({
    width: isCount,
    height: isCount,
    fit: oneOf("exact", "crop", "unsupported"),
    reasonCode: optional(isText),
  }),
);
const MODEL = {
  id: isId,
  label: isText,
  provider: isText,
  kind: oneOf("ai", "demo"),
  deprecated: optional(isFlag),
};
const isImageModel = shapeOf({
  ...MODEL,
  maxPromptLength: optional(isCount),
  aspectRatios: shapeOf({ square: isRatio, landscape: isRatio, portrait: isRatio }),
  partialImages: optional(isFlag),
  price: optional((value) => isPrice(value) || listOf(isPrice)(value)),
  settings: optional(shapeOf({ properties: isBag, order: optional(listOf(isText)) })),
  references: optional(
    shapeOf({ max: isCount, min: optional(isCount), mimeTypes: listOf(isText), maxBytes: isCount }),
  ),
});
const ENTRY = { label: optional(isText), description: optional(isText) };
const hasShape = shapeOf({
  version: oneOf(1),
  imageModels: listOf(isImageModel),
  promptModels: listOf(shapeOf({ ...MODEL, price: optional(isPrice) })),
  modes: listOf(oneOf(...PROMPT_MODES)),
  aspectRatios: listOf(shapeOf({ ...ENTRY, id: oneOf(...ASPECT_RATIOS) })),
  styles: listOf(shapeOf({ ...ENTRY, id: isId, swatchUrl: optional(isText) })),
  limits: shapeOf({
    timeoutMs: isCount,
    maxQueueMs: isCount,
    maxBodyBytes: isCount,
    urlTtlSeconds: isCount,
    maxUploadBytes: optional(isCount),
    maxPixels: optional(isCount),
  }),
  features: shapeOf({
    stream: isFlag,
    prompts: isFlag,
    runs: isFlag,
    templates: oneOf("server", "client"),
    variables: listOf(isText),
    uploads: optional(isFlag),
  }),
  defaults: shapeOf({ imageModel: optional(nullable(isText)), promptModel: optional(nullable(isText)) }),
});

/** Checks for a catalog, as `catalogSchema` does, for the first paint of a page. */
export function isCatalog(value: unknown): value is Catalog {
  return hasShape(value);
}
