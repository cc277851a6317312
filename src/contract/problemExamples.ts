import { ERROR_KINDS, isRetryable } from "./errorKinds.js";
import type { ErrorKind, ErrorKindInfo } from "./errorKinds.js";
import type { Problem } from "./problemSchema.js";

type Example = Readonly<{ summary: string; value: Problem }>;

const template = { pointer: "#/config/prompt/template" };

/** Members of the problem of a kind beyond its row of the error table. */
const DETAILS: Partial<Readonly<Record<ErrorKind, Partial<Problem>>>> = {
  credits_exhausted: {
    detail: "0.02 USD are left, and the run would take 0.04 USD.",
    retryAfterMs: 43200000,
  },
  forbidden: { reason: "origin_refused", detail: "The page's origin is not allowed." },
  idempotency_in_progress: { id: "gen_5b1c", charged: null, retryAfterMs: 1000 },
  cancelled: { id: "gen_5b1c", stage: "prompt" },
  invalid_request: {
    title: "The request does not fit the contract.",
    errors: [
      {
        pointer: "#/config/settings/quality",
        code: "setting_unsupported",
        setting: "quality",
        reason: "choice",
        choices: "low, medium, high",
        detail: 'This model takes "low", "medium", "high".',
      },
      {
        pointer: "#/config/references/2",
        code: "too_many_references",
        detail: "Painter 2 takes 2 pictures at most.",
      },
    ],
  },
  invalid_template: { errors: [{ ...template, code: "unclosed_braces", detail: "A {{ is never closed." }] },
  missing_variable: {
    errors: [{ ...template, code: "missing_variable", variable: "trigger.output.style" }],
  },
  empty_prompt: { errors: [{ ...template, code: "empty_prompt" }] },
  prompt_too_long: {
    errors: [{ ...template, code: "prompt_too_long", detail: "5,120 of 4,000 characters." }],
  },
  model_unavailable: { errors: [{ pointer: "#/config/imageModel", code: "model_unavailable" }] },
  content_blocked: { id: "gen_5b1c", stage: "image" },
  unsupported_media_type: {
    detail: "An SVG is no picture that can be kept. Save it as PNG, JPEG or WebP.",
  },
  provider_error: { id: "gen_5b1c", stage: "image" },
  storage_failed: { id: "gen_5b1c", stage: "store", charged: true },
  rate_limited: { retryAfterMs: 2000 },
  overloaded: { retryAfterMs: 5000 },
  timeout: { id: "gen_5b1c", stage: "image", charged: null },
};

/** Creates an example of each kind of problem that a back end sends. */
export function problemExamples(): Readonly<Record<ErrorKind, Example>> {
  const examples: Partial<Record<ErrorKind, Example>> = {};
  for (const [kind, info] of Object.entries(ERROR_KINDS) as [ErrorKind, ErrorKindInfo][]) {
    if (info.status === null) continue;
    const value: Problem = {
      type: "about:blank",
      title: `${kind[0]?.toUpperCase()}${kind.slice(1).replaceAll("_", " ")}`,
      status: info.status,
      kind,
      charged: false,
      ...DETAILS[kind],
      requestId: "req_91d0",
    };
    const retryable = isRetryable(kind, value.charged);
    examples[kind] = { summary: String(value.title), value: { ...value, retryable } };
  }
  return examples as Record<ErrorKind, Example>;
}
