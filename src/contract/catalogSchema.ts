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
import { referenceSupportSchema } from "./referenceSchema.js";
import type { SettingValue } from "./settingSchema.js";

const amount = z.union([count, z.string().check(z.regex(/^\d+(\.\d+)?$/))]);

/** Expected price of one image. `min` and `max` are in `currency` units; `source` says where the figures come from. */
export const priceSchema = z.looseObject({
  /** Currency (ISO 4217), or another unit of account. */
  currency: id,
  /** Least price of one image. */
  min: amount,
  /** Greatest price of one image. */
  max: amount,
  /** Origin of the figures. */
  source: optionalText,
  /** Price of each reference beside that, where inputs cost. */
  perReference: z.optional(amount),
});

/** Support of a model for one aspect ratio. `width` and `height` are the delivered pixels. */
export const ratioSupportSchema = z.looseObject({
  /** Pixels that are delivered. */
  width: count,
  /** Pixels that are delivered. */
  height: count,
  /** "exact", "crop" where the image is cut to the shape, or "unsupported". */
  fit: z.enum(["exact", "crop", "unsupported"]),
  /** Reason of the fit, for words in any language. */
  reasonCode: optionalText,
});

/** One image model of a workspace. `maxPromptLength` counts Unicode code points. */
export const imageModelSchema = z.looseObject({
  /** Id of the model, as configurations save it. */
  id,
  /** Name that people read. */
  label: text,
  /** Name of the provider. */
  provider: text,
  /** Kind of the model: AI, or the demo. */
  kind: modelKind,
  /** Whether it will be retired. */
  deprecated: optionalFlag,
  /** Most Unicode code points of a prompt. */
  maxPromptLength: optionalCount,
  /** Support of each shape; one that is missing is not known. */
  aspectRatios: z.looseObject({
    /** Support of 1:1. */
    square: z.optional(ratioSupportSchema),
    /** Support of 16:9. */
    landscape: z.optional(ratioSupportSchema),
    /** Support of 9:16. */
    portrait: z.optional(ratioSupportSchema),
  }),
  /** Whether it sends unfinished images. */
  partialImages: optionalFlag,
  /** Price of one image, or prices by settings. */
  price: z.optional(z.union([priceSchema, z.array(priceSchema)])),
  // Judged one by one where they are read, so that one of another version costs nobody the catalog.
  /** Settings that users may choose. */
  settings: z.optional(
    z.looseObject({
      /** Settings by name. */
      properties: unknownRecord,
      /** Names in the order of the form. */
      order: z.optional(z.array(text)),
    }),
  ),
  /** Pictures that the model takes; none where it is missing. */
  references: z.optional(referenceSupportSchema),
});

/** One prompt model of a workspace, used in the modes "prompt_ai" and "auto". */
export const promptModelSchema = z.looseObject({
  /** Id of the model, as configurations save it. */
  id,
  /** Name that people read. */
  label: text,
  /** Name of the provider. */
  provider: text,
  /** Kind of the model: AI, or the demo. */
  kind: modelKind,
  /** Whether it will be retired. */
  deprecated: optionalFlag,
  /** Price of one prompt. */
  price: z.optional(priceSchema),
});

/** An aspect ratio as the catalog offers it. */
export const aspectRatioEntrySchema = z.looseObject({
  /** Name of the shape. */
  id: z.enum(ASPECT_RATIOS),
  /** Name that people read; by default the form's own. */
  label: optionalText,
  /** Hint below the name; by default the form's own. */
  description: optionalText,
});

/** A style as the catalog offers it; hosts may add brand styles. */
export const styleEntrySchema = z.looseObject({
  /** Id of the style, as configurations save it. */
  id,
  /** Name that people read; by default the form's own. */
  label: optionalText,
  /** Hint below the name; by default the form's own. */
  description: optionalText,
  /** Link to a small picture in that style. */
  swatchUrl: optionalText,
});

/** Features of a back end beyond catalog, JSON generations and images. */
export const featuresSchema = z.looseObject({
  /** Whether `POST /generations` can answer with an event stream. */
  stream: z.boolean(),
  /** Whether there is `POST /prompts`. */
  prompts: z.boolean(),
  /** Whether runs can be read and cancelled by their id. */
  runs: z.boolean(),
  /** Side that fills the variables in. */
  templates: z.enum(["server", "client"]),
  /** Ways in which values of variables may come: "inline" in the request, "reference" by `context.workflowRunId`. */
  variables: z.array(text),
  /** Whether there is `POST /attachments`. */
  uploads: optionalFlag,
});

/** The bounds of a back end: times in milliseconds, sizes in bytes, the life of a link in seconds. */
export const limitsSchema = z.looseObject({
  /** Most milliseconds of a run. */
  timeoutMs: count,
  /** Most milliseconds that a run waits for its turn. */
  maxQueueMs: count,
  /** Most bytes of a request. */
  maxBodyBytes: count,
  /** Seconds that a link is valid. */
  urlTtlSeconds: count,
  /** Most bytes of an upload. */
  maxUploadBytes: optionalCount,
  /** Most pixels of an upload. */
  maxPixels: optionalCount,
});

/** Answer of `GET /catalog`: the offer of the workspace. A workspace without an image model is a real state. */
export const catalogSchema = z.looseObject({
  /** Version of the contract, always 1. */
  version: z.literal(1),
  /** Image models, in the order of the form. */
  imageModels: z.array(imageModelSchema),
  /** Prompt models, in the order of the form. */
  promptModels: z.array(promptModelSchema),
  /** Modes that are offered. */
  modes: z.array(z.enum(PROMPT_MODES)),
  /** Shapes that are offered. */
  aspectRatios: z.array(aspectRatioEntrySchema),
  /** Styles that are offered. */
  styles: z.array(styleEntrySchema),
  /** Bounds of the back end. */
  limits: limitsSchema,
  /** Features of the back end. */
  features: featuresSchema,
  /** Ids of the models that `null` in a configuration means. */
  defaults: z.looseObject({
    /** Id of an image model. */
    imageModel: z.optional(z.nullable(text)),
    /** Id of a prompt model. */
    promptModel: z.optional(z.nullable(text)),
  }),
  // Judged by `readCredits`, so that an odd account costs nobody the catalog.
  /** Credits that are left to whoever asks, where the back end keeps an account; see `CatalogCredits`. */
  credits: z.optional(z.unknown()),
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
