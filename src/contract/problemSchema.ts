import * as z from "zod/mini";
import { optionalCount, optionalFlag, optionalText, text } from "./atoms.js";
import { stagesSchema, usageSchema } from "./stagesSchema.js";

/** One fault of a request. `pointer` is a JSON pointer fragment such as `#/config/prompt/template`. */
export const problemErrorSchema = z.looseObject({
  pointer: text,
  code: text,
  variable: optionalText,
  setting: optionalText,
  reason: optionalText,
  detail: optionalText,
  suggestion: optionalText,
});

/**
 * `application/problem+json` (RFC 9457). `kind` is open: a reader that does not know it falls back to `status` and
 * `retryable`. `charged` speaks of the image; `null` means unknown.
 */
export const problemSchema = z.looseObject({
  type: optionalText,
  title: optionalText,
  status: z.number(),
  detail: optionalText,
  kind: text,
  retryable: optionalFlag,
  retryAfterMs: optionalCount,
  id: optionalText,
  stage: optionalText,
  charged: z.optional(z.nullable(z.boolean())),
  usage: z.optional(usageSchema),
  stages: z.optional(stagesSchema),
  errors: z.optional(z.array(problemErrorSchema)),
  requestId: optionalText,
});

/** One fault of a request. */
export type ProblemError = z.infer<typeof problemErrorSchema>;
/** Refusal as it crosses the wire. */
export type Problem = z.infer<typeof problemSchema>;
