import { createAzure } from "@ai-sdk/azure";
import { azure as provider } from "../../../../src/server/models/providers/azure.js";
import { API_KEY, PROMPT, PROVIDER_WORDS, base64, json } from "../ProviderCase.js";
import type { ProviderCase } from "../ProviderCase.js";
import { formPictures } from "../readPictures.js";

const refusal =
  (status: number, error: Record<string, unknown>, headers: Record<string, string> = {}) =>
  () =>
    json(status, { error: { message: PROVIDER_WORDS, ...error } }, headers);

const THREE = {
  square: { size: "1024x1024" },
  landscape: { size: "1536x1024" },
  portrait: { size: "1024x1536" },
};
const WIDE = {
  square: { size: "1024x1024" },
  landscape: { size: "1792x1024" },
  portrait: { size: "1024x1792" },
};
const FILTERED = {
  hate: { filtered: false, severity: "safe" },
  violence: { filtered: true, severity: "high" },
};

/** Azure OpenAI: one POST to a deployment, the image as base64. */
export const azure: ProviderCase = {
  provider,
  create: (origin, modelId) =>
    createAzure({ apiKey: API_KEY, baseURL: `${origin}/openai/v1` }).image(modelId),
  options: { given: { openai: { quality: "high" } }, sends: { quality: "high" } },
  models: [
    { modelId: "pictures-of-the-house", asked: THREE },
    { modelId: "gpt-image-1", asked: THREE },
    { modelId: "eu-Dalle3", asked: WIDE },
    { modelId: "dall-e-3", asked: WIDE },
    {
      modelId: "prod-gpt-image-2.5",
      asked: {
        square: { size: "1024x1024" },
        landscape: { size: "1536x864" },
        portrait: { size: "864x1536" },
      },
    },
  ],
  settings: {
    "gpt-image-1": { quality: ["low", "quality"], background: ["transparent", "background"] },
    "eu-Dalle3": { quality: ["hd", "quality"] },
    "dall-e-3": { quality: ["hd", "quality"] },
    "prod-gpt-image-2.5": { quality: ["max", "quality"] },
  },
  references: {
    models: { "gpt-image-1": 16, "prod-gpt-image-2.5": 16 },
    read: (request) => (request.path === "/openai/v1/images/edits" ? formPictures(request) : []),
    notes: "known by the name of the deployment alone",
  },
  stepOf: () => "submit",
  answer: (_, { bytes }) =>
    json(200, {
      created: 1,
      data: [
        {
          b64_json: base64(bytes),
          content_filter_results: { hate: { filtered: false, severity: "safe" } },
        },
      ],
      usage: { input_tokens: 10, output_tokens: 4_150, total_tokens: 4_160 },
    }),
  reported: { amount: "4160", unit: "tokens" },
  refusals: [
    {
      name: "a filter of the prompt",
      answer: refusal(400, {
        code: "content_filter",
        type: null,
        param: "prompt",
        status: 400,
        innererror: { code: "ResponsibleAIPolicyViolation", content_filter_result: FILTERED },
      }),
      kind: "content_blocked",
    },
    {
      name: "a filter of the image",
      answer: refusal(400, { code: "contentFilter" }),
      kind: "content_blocked",
    },
    {
      name: "a policy that only the inner error names",
      answer: refusal(400, {
        code: "BadRequest",
        inner_error: { code: "ResponsibleAIPolicyViolation", content_filter_results: FILTERED },
      }),
      kind: "content_blocked",
    },
    {
      name: "the content policy",
      answer: refusal(400, { code: "content_policy_violation", type: "invalid_request_error" }),
      kind: "content_blocked",
    },
    {
      name: "moderation of the model",
      answer: refusal(400, { code: "moderation_blocked", type: "image_generation_user_error" }),
      kind: "content_blocked",
    },
    { name: "a wrong key", answer: refusal(401, { code: "401" }), kind: "provider_misconfigured" },
    {
      name: "a wrong key of the gate before it",
      answer: () => json(401, { statusCode: 401, message: PROVIDER_WORDS }),
      kind: "provider_misconfigured",
    },
    {
      name: "a role that may not",
      answer: refusal(403, { code: "PermissionDenied" }),
      kind: "provider_misconfigured",
    },
    {
      name: "an empty account",
      answer: refusal(429, { code: "insufficient_quota", type: "insufficient_quota" }),
      kind: "credits_exhausted",
    },
    {
      name: "a limit with a wait in milliseconds",
      answer: refusal(
        429,
        { code: "RateLimitReached", message: `Please retry after 26 seconds. ${PROVIDER_WORDS}` },
        { "retry-after-ms": "2500", "Retry-After": "26" },
      ),
      kind: "rate_limited",
      retryAfterMs: 2_500,
    },
    {
      name: "a limit with a wait in its text",
      answer: refusal(429, {
        code: "429",
        message: `Requests have exceeded the call rate limit of your pricing tier. Please retry after 26 seconds. ${PROVIDER_WORDS}`,
      }),
      kind: "rate_limited",
      retryAfterMs: 26_000,
    },
    {
      name: "a limit of the gate before it",
      answer: () =>
        json(429, {
          statusCode: 429,
          message: `Rate limit is exceeded. Try again in 21 seconds. ${PROVIDER_WORDS}`,
        }),
      kind: "rate_limited",
      retryAfterMs: 21_000,
    },
    {
      name: "a deployment that is not there",
      answer: refusal(404, { code: "DeploymentNotFound" }),
      kind: "provider_misconfigured",
    },
    {
      name: "a deployment that draws nothing",
      answer: refusal(400, { code: "OperationNotSupported" }),
      kind: "provider_misconfigured",
    },
    {
      name: "a size that it does not take, with the prompt in its text",
      answer: refusal(400, {
        code: "invalid_value",
        param: "size",
        message: `Could not draw ${PROMPT}. ${PROVIDER_WORDS}`,
      }),
      kind: "provider_rejected",
    },
    {
      name: "a parameter named safety_identifier",
      answer: refusal(400, {
        code: "unknown_parameter",
        param: "safety_identifier",
        message: `Unknown parameter: 'safety_identifier'. ${PROVIDER_WORDS}`,
      }),
      kind: "provider_rejected",
    },
  ],
  ends: [
    {
      name: "an image that the filter kept",
      step: "submit",
      answer: () => json(200, { created: 1, data: [{ content_filter_results: FILTERED }] }),
      kind: "content_blocked",
    },
    {
      name: "an answer without an image",
      step: "submit",
      answer: () => json(200, { created: 1, data: [] }),
      kind: "no_image",
    },
    {
      name: "an answer of another shape",
      step: "submit",
      answer: () => json(200, { words: PROVIDER_WORDS }),
      kind: "provider_error",
    },
  ],
};
