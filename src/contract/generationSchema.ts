import * as z from "zod/mini";
import { count, id, optionalCount, optionalText, text, unknownRecord } from "./atoms.js";
import { ASPECT_RATIOS } from "./ids.js";
import { problemSchema } from "./problemSchema.js";
import { stagesSchema, usageSchema } from "./stagesSchema.js";

const isoDate = z
  .string()
  .check(z.refine((value) => typeof value === "string" && !Number.isNaN(Date.parse(value))));

/** Note that something went otherwise than asked. `message` is English; `code` and `params` let a host say it in any language. */
export const warningSchema = z.looseObject({
  code: id,
  params: z.optional(z.record(text, z.unknown())),
  message: optionalText,
});

/** Documented output of the node, exactly as later nodes see it. `sizeInKb` is rounded up. */
export const outputSchema = z.looseObject({
  path: text,
  _metadata: z.looseObject({
    name: text,
    mimeType: z.literal("image/png"),
    sizeInKb: count,
    attachmentId: id,
  }),
  imageUrl: text,
  imagePath: text,
  attachmentId: id,
  prompt: text,
  aspectRatio: z.enum(ASPECT_RATIOS),
});

/** Image as measured: pixels, the end of its link (ISO 8601), its SHA-256 in hex. */
export const imageSchema = z.looseObject({
  width: z.number().check(z.positive()),
  height: z.number().check(z.positive()),
  expiresAt: isoDate,
  sha256: optionalText,
});

/** Milliseconds spent in each stage. */
export const timingsSchema = z.looseObject({
  promptMs: z.optional(z.number()),
  imageMs: z.optional(z.number()),
  storeMs: z.optional(z.number()),
});

/** The settings that were really used, by name, with defaults and a seed that the provider chose. */
const usedSettings = z.optional(unknownRecord);

/** The answer 200 of `POST /generations`, and the `result` event. */
export const generationSchema = z.looseObject({
  id,
  status: z.literal("succeeded"),
  output: outputSchema,
  image: imageSchema,
  settings: usedSettings,
  stages: z.optional(stagesSchema),
  warnings: z.optional(z.array(warningSchema)),
  usage: z.optional(usageSchema),
  timings: z.optional(timingsSchema),
});

/** The answer of `POST /prompts`: the prompt stage only, no image paid. */
export const promptPreviewSchema = z.looseObject({
  stages: stagesSchema,
  warnings: z.optional(z.array(warningSchema)),
  usage: z.optional(usageSchema),
});

/** The states of a run. The last three are final. */
export const RUN_STATUSES = ["queued", "running", "succeeded", "failed", "cancelled"] as const;
/** The stages of a run, in order. */
export const RUN_STAGES = ["prompt", "image", "store"] as const;

/** The answer of `GET /generations/{id}`: the state, plus the result or the problem when ended. */
export const generationStatusSchema = z.looseObject({
  id,
  status: z.enum(RUN_STATUSES),
  stage: z.optional(z.nullable(text)),
  retryAfterMs: optionalCount,
  output: z.optional(outputSchema),
  image: z.optional(imageSchema),
  settings: usedSettings,
  stages: z.optional(stagesSchema),
  warnings: z.optional(z.array(warningSchema)),
  usage: z.optional(usageSchema),
  timings: z.optional(timingsSchema),
  problem: z.optional(problemSchema),
  late: z.optional(z.looseObject({ output: outputSchema, image: imageSchema })),
});

/** The answer of `POST /attachments/{id}/url`. */
export const refreshedUrlSchema = z.looseObject({ imageUrl: text, expiresAt: isoDate });

/** Note that something went otherwise than asked. */
export type Warning = z.infer<typeof warningSchema>;
/** Documented output of the node. */
export type ImageNodeOutput = z.infer<typeof outputSchema>;
/** Image as measured. */
export type GenerationImage = z.infer<typeof imageSchema>;
/** Milliseconds spent in each stage. */
export type Timings = z.infer<typeof timingsSchema>;
/** Generation that has succeeded. */
export type Generation = z.infer<typeof generationSchema>;
/** Answer of `POST /prompts`. */
export type PromptPreview = z.infer<typeof promptPreviewSchema>;
/** The state of a run. */
export type RunStatus = (typeof RUN_STATUSES)[number];
/** A stage of a run. */
export type RunStage = (typeof RUN_STAGES)[number];
/** Answer of `GET /generations/{id}`. */
export type GenerationStatus = z.infer<typeof generationStatusSchema>;
/** A fresh link. */
export type RefreshedUrl = z.infer<typeof refreshedUrlSchema>;
