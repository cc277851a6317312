import * as z from "zod/mini";
import { optionalCount, optionalFlag, optionalText, text } from "./atoms.js";
import { stagesSchema, usageSchema } from "./stagesSchema.js";

/** One fault of a request. `pointer` is a JSON pointer fragment such as `#/config/prompt/template`. */
export const problemErrorSchema = z.looseObject({
  /** JSON pointer fragment, such as `#/config/prompt/template`. */
  pointer: text,
  /** Kind of the fault. */
  code: text,
  /** Variable that is missing or unknown. */
  variable: optionalText,
  /** Setting that the model does not take. */
  setting: optionalText,
  /** Way in which the value does not fit. */
  reason: optionalText,
  /** English sentence. */
  detail: optionalText,
  /** Value that was probably meant. */
  suggestion: optionalText,
});

/**
 * `application/problem+json` (RFC 9457). `kind` is open: a reader that does not know it falls back to `status` and
 * `retryable`. `reason` tells cases of one kind apart that need other words; it is open, and a reader may ignore it.
 * `charged` speaks of the image; `null` means unknown.
 */
export const problemSchema = z.looseObject({
  /** URI of the kind. */
  type: optionalText,
  /** Name of the kind, in English. */
  title: optionalText,
  /** HTTP status. */
  status: z.number(),
  /** English sentence about this case. */
  detail: optionalText,
  /** Kind of the refusal: a key of `ERROR_KINDS`, or one that a newer back end added. */
  kind: text,
  /** Cause that is narrower than the kind. */
  reason: optionalText,
  /** Whether an unchanged repeat may succeed. */
  retryable: optionalFlag,
  /** Milliseconds to wait before a repeat. */
  retryAfterMs: optionalCount,
  /** Id of the run. */
  id: optionalText,
  /** Stage that failed. */
  stage: optionalText,
  /** Whether an image was charged; `null` where nobody knows. */
  charged: z.optional(z.nullable(z.boolean())),
  /** Spending until the failure. */
  usage: z.optional(usageSchema),
  /** Prompt at each step, until the failure. */
  stages: z.optional(stagesSchema),
  /** Faults of the request. */
  errors: z.optional(z.array(problemErrorSchema)),
  /** Id of the request in the back end's log. */
  requestId: optionalText,
});

/**
 * Cause of a refusal or failure, narrower than its kind. "origin_refused": the page's `Origin` is not allowed.
 * "interrupted": the process that carried the run out ended before the run did. "no_longer_available": another process
 * went on with it, and the provider no longer had the image. "provider_account": the account that is exhausted is the back
 * end's with the model's provider, not the caller's.
 */
export type ProblemReason = "origin_refused" | "interrupted" | "no_longer_available" | "provider_account";
/** One fault of a request. */
export type ProblemError = z.infer<typeof problemErrorSchema>;
/** Refusal as it crosses the wire. */
export type Problem = z.infer<typeof problemSchema>;
