import * as z from "zod/mini";
import { stagesSchema, usageSchema } from "./stages.js";

/** One fault of a request. `pointer` is a JSON pointer fragment such as `#/config/prompt/template`. */
export const problemErrorSchema = z.looseObject({
  pointer: z.string(),
  code: z.string(),
  variable: z.optional(z.string()),
  detail: z.optional(z.string()),
  suggestion: z.optional(z.string()),
});

/**
 * `application/problem+json` (RFC 9457). `kind` is open: a reader that does not know it falls back to `status` and
 * `retryable`. `charged` speaks of the image; `null` means unknown.
 */
export const problemSchema = z.looseObject({
  type: z.optional(z.string()),
  title: z.optional(z.string()),
  status: z.number(),
  detail: z.optional(z.string()),
  kind: z.string(),
  retryable: z.optional(z.boolean()),
  retryAfterMs: z.optional(z.number().check(z.nonnegative())),
  id: z.optional(z.string()),
  stage: z.optional(z.string()),
  charged: z.optional(z.nullable(z.boolean())),
  usage: z.optional(usageSchema),
  stages: z.optional(stagesSchema),
  errors: z.optional(z.array(problemErrorSchema)),
  requestId: z.optional(z.string()),
});

/** One fault of a request. */
export type ProblemError = z.infer<typeof problemErrorSchema>;
/** A refusal, as it crosses the wire. */
export type Problem = z.infer<typeof problemSchema>;
