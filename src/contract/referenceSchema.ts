import * as z from "zod/mini";
import { count, id, optionalCount, optionalText } from "./atoms.js";

/**
 * Picture that a configuration gives to the model: `value`, a text that is exactly one variable, or `attachmentId`, an
 * upload or an earlier image. One of the two. Unknown members are kept; `role` is reserved.
 */
export const referenceSchema = z.looseObject({
  /** Variable that leads to a picture or to a list of them, in the host's language. */
  value: optionalText,
  /** Id of a picture of the back end. */
  attachmentId: z.optional(id),
  /** Name that people read. */
  label: optionalText,
});

/** Picture that a request names in place of a configuration's references. */
export const inputReferenceSchema = z.looseObject({
  /** Id of a picture of the back end. */
  attachmentId: id,
});

/** Picture that a run gave to the model. */
export const usedReferenceSchema = z.looseObject({
  /** Id of the picture. */
  attachmentId: id,
  /** Media type as stored. */
  mimeType: optionalText,
  /** Pixels as stored. */
  width: optionalCount,
  /** Pixels as stored. */
  height: optionalCount,
});

/** Pictures that an image model takes. */
export const referenceSupportSchema = z.looseObject({
  /** Most pictures of one generation. */
  max: count,
  /** Least pictures of one generation; none where it is missing. */
  min: optionalCount,
  /** Media types that it takes; the back end converts others. */
  mimeTypes: z.array(z.string()),
  /** Most bytes of one picture; the back end makes larger ones smaller. */
  maxBytes: count,
});

/** Picture that a configuration gives to the model. */
export type Reference = z.infer<typeof referenceSchema>;
/** Picture that a request names in place of a configuration's references. */
export type InputReference = z.infer<typeof inputReferenceSchema>;
/** Picture that a run gave to the model. */
export type UsedReference = z.infer<typeof usedReferenceSchema>;
/** Pictures that an image model takes. */
export type ReferenceSupport = z.infer<typeof referenceSupportSchema>;
