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
 * `retryable`. `reason` tells cases of one kind apart that need other words; it is open, and a reader may ignore it.
 * `charged` speaks of the image; `null` means unknown.
 */
export const problemSchema = z.looseObject({
  type: optionalText,
  title: optionalText,
  status: z.number(),
  detail: optionalText,
  kind: text,
  reason: optionalText,
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

/**
 * Cause of a refusal or failure, narrower than its kind. "origin_refused": the page's `Origin` is not allowed.
 * "interrupted": the process that carried the run out ended before the run did.
 */
export type ProblemReason = "origin_refused" | "interrupted";
/** One fault of a request. */
export type ProblemError = z.infer<typeof problemErrorSchema>;
/** Refusal as it crosses the wire. */
export type Problem = z.infer<typeof problemSchema>;
