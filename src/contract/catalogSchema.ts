import * as z from "zod/mini";
import {
  count,
  id,
  modelKind,
  optionalCount,
  optionalFlag,
  optionalText,
  text,
  unknownRecord,
} from "./atoms.js";
import { ASPECT_RATIOS, PROMPT_MODES } from "./ids.js";
import type { SettingValue } from "./settingSchema.js";

const amount = z.union([count, z.string().check(z.regex(/^\d+(\.\d+)?$/))]);

/** Expected price of one image. `min` and `max` are in `currency` units; `source` says where the figures come from. */
export const priceSchema = z.looseObject({
  currency: id,
  min: amount,
  max: amount,
  source: optionalText,
});

/** Support of a model for one aspect ratio. `width` and `height` are the delivered pixels. */
export const ratioSupportSchema = z.looseObject({
  width: count,
  height: count,
  fit: z.enum(["exact", "crop", "unsupported"]),
  reasonCode: optionalText,
});

/** One image model of a workspace. `maxPromptLength` counts Unicode code points. */
export const imageModelSchema = z.looseObject({
  id,
  label: text,
  provider: text,
  kind: modelKind,
  deprecated: optionalFlag,
  maxPromptLength: optionalCount,
  aspectRatios: z.looseObject({
    square: z.optional(ratioSupportSchema),
    landscape: z.optional(ratioSupportSchema),
    portrait: z.optional(ratioSupportSchema),
  }),
  partialImages: optionalFlag,
  price: z.optional(z.union([priceSchema, z.array(priceSchema)])),
  // Judged one by one where they are read, so that one of another version costs nobody the catalog.
  settings: z.optional(z.looseObject({ properties: unknownRecord, order: z.optional(z.array(text)) })),
});

/** One prompt model of a workspace, used in the modes "prompt_ai" and "auto". */
export const promptModelSchema = z.looseObject({
  id,
  label: text,
  provider: text,
  kind: modelKind,
  deprecated: optionalFlag,
  price: z.optional(priceSchema),
});

/** An aspect ratio as the catalog offers it. */
export const aspectRatioEntrySchema = z.looseObject({
  id: z.enum(ASPECT_RATIOS),
  label: optionalText,
  description: optionalText,
});

/** A style as the catalog offers it; hosts may add brand styles. */
export const styleEntrySchema = z.looseObject({
  id,
  label: optionalText,
  description: optionalText,
  swatchUrl: optionalText,
});

/** Features of a back end beyond catalog, JSON generations and images. */
export const featuresSchema = z.looseObject({
  stream: z.boolean(),
  prompts: z.boolean(),
  runs: z.boolean(),
  templates: z.enum(["server", "client"]),
  variables: z.array(text),
});

/** The bounds of a back end: times in milliseconds, sizes in bytes, the life of a link in seconds. */
export const limitsSchema = z.looseObject({
  timeoutMs: count,
  maxQueueMs: count,
  maxBodyBytes: count,
  urlTtlSeconds: count,
});

/** Answer of `GET /catalog`: the offer of the workspace. A workspace without an image model is a real state. */
export const catalogSchema = z.looseObject({
  version: z.literal(1),
  imageModels: z.array(imageModelSchema),
  promptModels: z.array(promptModelSchema),
  modes: z.array(z.enum(PROMPT_MODES)),
  aspectRatios: z.array(aspectRatioEntrySchema),
  styles: z.array(styleEntrySchema),
  limits: limitsSchema,
  features: featuresSchema,
  defaults: z.looseObject({
    imageModel: z.optional(z.nullable(text)),
    promptModel: z.optional(z.nullable(text)),
  }),
});

/** Expected price of one image. */
export type Price = z.infer<typeof priceSchema>;
/** A price that holds only with these settings; with any, where `when` is missing. */
export type ConditionalPrice = Price & { when?: Readonly<Record<string, SettingValue>> | undefined };
/** Support of a model for one aspect ratio. */
export type RatioSupport = z.infer<typeof ratioSupportSchema>;
/** One image model of a workspace. */
export type CatalogImageModel = z.infer<typeof imageModelSchema>;
/** One prompt model of a workspace. */
export type CatalogPromptModel = z.infer<typeof promptModelSchema>;
/** An aspect ratio as the catalog offers it. */
export type CatalogAspectRatio = z.infer<typeof aspectRatioEntrySchema>;
/** A style as the catalog offers it. */
export type CatalogStyle = z.infer<typeof styleEntrySchema>;
/** Features of a back end. */
export type CatalogFeatures = z.infer<typeof featuresSchema>;
/** The bounds of a back end. */
export type CatalogLimits = z.infer<typeof limitsSchema>;
/** Offer of a workspace: models, ratios, styles, limits and features. */
export type Catalog = z.infer<typeof catalogSchema>;
