import * as z from "zod/mini";
import { count, id, isoDate, optionalCount, optionalText, text, unknownRecord } from "./atoms.js";
import { ASPECT_RATIOS } from "./ids.js";
import { problemSchema } from "./problemSchema.js";
import { usedReferenceSchema } from "./referenceSchema.js";
import { stagesSchema, usageSchema } from "./stagesSchema.js";

/** Note that something went otherwise than asked. `message` is English; `code` and `params` let a host say it in any language. */
export const warningSchema = z.looseObject({
  /** Kind of the note. */
  code: id,
  /** Facts for a sentence in any language, by name. */
  params: z.optional(z.record(text, z.unknown())),
  /** English sentence. */
  message: optionalText,
});

/** Documented output of the node, exactly as later nodes see it. `sizeInKb` is rounded up. */
export const outputSchema = z.looseObject({
  /** Path of the file, such as "/mnt/data/….png". */
  path: text,
  /** Facts of the file. */
  _metadata: z.looseObject({
    /** File name. */
    name: text,
    /** Media type of the bytes. */
    mimeType: z.literal("image/png"),
    /** Kilobytes, rounded up. */
    sizeInKb: count,
    /** Id by which a back end finds the image for good. */
    attachmentId: id,
  }),
  /** Link to the image, which ends after a time. */
  imageUrl: text,
  /** Path of the image in the storage. */
  imagePath: text,
  /** Id by which a back end finds the image for good. */
  attachmentId: id,
  /** Text that the image was made of. */
  prompt: text,
  /** Shape that was asked for. */
  aspectRatio: z.enum(ASPECT_RATIOS),
});

/** Image as measured: pixels, the end of its link (ISO 8601), its SHA-256 in hex. */
export const imageSchema = z.looseObject({
  /** Pixels. */
  width: z.number().check(z.positive()),
  /** Pixels. */
  height: z.number().check(z.positive()),
  /** End of the link (ISO 8601). */
  expiresAt: isoDate,
  /** SHA-256 of the bytes, in hex. */
  sha256: optionalText,
});

/** Milliseconds spent in each stage. */
export const timingsSchema = z.looseObject({
  /** Milliseconds of the prompt stage. */
  promptMs: z.optional(z.number()),
  /** Milliseconds of the image stage. */
  imageMs: z.optional(z.number()),
  /** Milliseconds of the store stage. */
  storeMs: z.optional(z.number()),
});

/** The settings that were really used, by name, with defaults and a seed that the provider chose. */
const usedSettings = z.optional(unknownRecord);

const usedReferences = z.optional(z.array(usedReferenceSchema));

/** The answer 200 of `POST /generations`, and the `result` event. */
export const generationSchema = z.looseObject({
  /** Id of the run. */
  id,
  /** State of the run, always "succeeded". */
  status: z.literal("succeeded"),
  /** Output of the node, as later nodes see it. */
  output: outputSchema,
  /** Image as measured. */
  image: imageSchema,
  /** Settings that were really used, by name. */
  settings: usedSettings,
  /** Pictures that the model got, in order. */
  references: usedReferences,
  /** Prompt at each step. */
  stages: z.optional(stagesSchema),
  /** Notes of what went otherwise than asked. */
  warnings: z.optional(z.array(warningSchema)),
  /** Spending of the run. */
  usage: z.optional(usageSchema),
  /** Milliseconds of each stage. */
  timings: z.optional(timingsSchema),
  /** Whether the answer was pinned: nothing was asked of a model, nothing paid. Set by the client, never by a back end. */
  pinned: z.optional(z.literal(true)),
});

/** The answer of `POST /prompts`: the prompt stage only, no image paid. */
export const promptPreviewSchema = z.looseObject({
  /** Prompt at each step, up to the text that would be sent. */
  stages: stagesSchema,
  /** Notes of what went otherwise than asked. */
  warnings: z.optional(z.array(warningSchema)),
  /** Spending of the prompt stage. */
  usage: z.optional(usageSchema),
});

/** The states of a run. The last three are final. */
export const RUN_STATUSES = ["queued", "running", "succeeded", "failed", "cancelled"] as const;

/** The answer of `GET /generations/{id}`: the state, plus the result or the problem when ended. */
export const generationStatusSchema = z.looseObject({
  /** Id of the run. */
  id,
  /** State of the run. */
  status: z.enum(RUN_STATUSES),
  /** Stage that the run is in. */
  stage: z.optional(z.nullable(text)),
  /** Milliseconds to wait before the next look. */
  retryAfterMs: optionalCount,
  /** Output of the node, once the run has succeeded. */
  output: z.optional(outputSchema),
  /** Image as measured, once the run has succeeded. */
  image: z.optional(imageSchema),
  /** Settings that were really used, by name. */
  settings: usedSettings,
  /** Pictures that the model got, in order. */
  references: usedReferences,
  /** Prompt at each step, as far as it came. */
  stages: z.optional(stagesSchema),
  /** Notes of what went otherwise than asked. */
  warnings: z.optional(z.array(warningSchema)),
  /** Spending of the run so far. */
  usage: z.optional(usageSchema),
  /** Milliseconds of each stage. */
  timings: z.optional(timingsSchema),
  /** Reason why the run failed. */
  problem: z.optional(problemSchema),
  /** Image that arrived after the run had ended without one. */
  late: z.optional(
    z.looseObject({
      /** Output of the node with that image. */
      output: outputSchema,
      /** Image as measured. */
      image: imageSchema,
    }),
  ),
});

/** The answer of `POST /attachments/{id}/url`. */
export const refreshedUrlSchema = z.looseObject({
  /** Link to the image. */
  imageUrl: text,
  /** End of the link (ISO 8601). */
  expiresAt: isoDate,
});

/** The answer 201 of `POST /attachments`: the picture as it is kept. `sizeInKb` is rounded up. */
export const uploadSchema = z.looseObject({
  /** Id by which configurations and requests name it. */
  attachmentId: id,
  /** Media type of the bytes. */
  mimeType: text,
  /** Pixels. */
  width: z.number().check(z.positive()),
  /** Pixels. */
  height: z.number().check(z.positive()),
  /** Kilobytes, rounded up. */
  sizeInKb: count,
  /** Link to the picture. */
  imageUrl: text,
  /** End of the link (ISO 8601). */
  expiresAt: z.optional(isoDate),
});

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
/** Answer of `GET /generations/{id}`. */
export type GenerationStatus = z.infer<typeof generationStatusSchema>;
/** Picture that was uploaded, as it is kept. */
export type Upload = z.infer<typeof uploadSchema>;
/** A fresh link. */
export type RefreshedUrl = z.infer<typeof refreshedUrlSchema>;
