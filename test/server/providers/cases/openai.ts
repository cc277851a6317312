import { createOpenAI } from "@ai-sdk/openai";
import { openai as provider } from "../../../../src/server/models/providers/openai.js";
import { API_KEY, PROMPT, PROVIDER_WORDS, base64, json } from "../ProviderCase.js";
import type { ProviderCase } from "../ProviderCase.js";
import { formPictures } from "../readPictures.js";

const refusal =
  (status: number, error: Record<string, unknown>, headers: Record<string, string> = {}) =>
  () =>
    json(status, { error: { message: PROVIDER_WORDS, param: null, ...error } }, headers);

/** OpenAI: one POST, the image as base64. */
export const openai: ProviderCase = {
  provider,
  create: (origin, modelId) => createOpenAI({ apiKey: API_KEY, baseURL: `${origin}/v1` }).image(modelId),
  options: { given: { openai: { quality: "high" } }, sends: { quality: "high" } },
  models: [
    {
      modelId: "gpt-image-1",
      asked: {
        square: { size: "1024x1024" },
        landscape: { size: "1536x1024" },
        portrait: { size: "1024x1536" },
      },
    },
    {
      modelId: "gpt-image-2.5-flare",
      asked: {
        square: { size: "1024x1024" },
        landscape: { size: "1536x864" },
        portrait: { size: "864x1536" },
      },
    },
    {
      modelId: "dall-e-3",
      asked: {
        square: { size: "1024x1024" },
        landscape: { size: "1792x1024" },
        portrait: { size: "1024x1792" },
      },
    },
    { modelId: "dall-e-2", asked: { square: { size: "1024x1024" }, landscape: null, portrait: null } },
  ],
  settings: {
    "gpt-image-1": { quality: ["low", "quality"], background: ["transparent", "background"] },
    "gpt-image-1-mini": { quality: ["low", "quality"], background: ["opaque", "background"] },
    "gpt-image-2": { quality: ["auto", "quality"] },
    "gpt-image-2.5-flare": { quality: ["xhigh", "quality"] },
    "gpt-image-2.6-flare": { quality: ["high", "quality"], complexity: ["low", "complexity"] },
    "chatgpt-image-latest": { quality: ["medium", "quality"] },
    "dall-e-3": { quality: ["hd", "quality"] },
  },
  references: {
    models: {
      "gpt-image-1": 16,
      "gpt-image-1-mini": 16,
      "gpt-image-2": 16,
      "gpt-image-2.5-flare": 16,
      "gpt-image-2.6-flare": 16,
      "chatgpt-image-latest": 16,
    },
    read: (request) => (request.path === "/v1/images/edits" ? formPictures(request) : []),
  },
  stepOf: () => "submit",
  answer: (_, { bytes }) =>
    json(200, {
      created: 1,
      data: [{ b64_json: base64(bytes) }],
      usage: { input_tokens: 10, output_tokens: 4_150, total_tokens: 4_160 },
    }),
  reported: { amount: "4160", unit: "tokens" },
  refusals: [
    {
      name: "moderation of the prompt",
      answer: refusal(400, { type: "image_generation_user_error", code: "moderation_blocked" }),
      kind: "content_blocked",
    },
    {
      name: "the content policy",
      answer: refusal(400, { type: "invalid_request_error", code: "content_policy_violation" }),
      kind: "content_blocked",
    },
    {
      name: "moderation without a code",
      answer: refusal(400, {
        type: "invalid_request_error",
        code: null,
        message: `Your request was rejected as a result of our safety system. ${PROVIDER_WORDS}`,
      }),
      kind: "content_blocked",
    },
    {
      name: "a wrong key",
      answer: refusal(401, { type: "invalid_request_error", code: "invalid_api_key" }),
      kind: "provider_misconfigured",
    },
    {
      name: "an empty account",
      answer: refusal(429, { type: "insufficient_quota", code: "insufficient_quota" }),
      kind: "credits_exhausted",
    },
    {
      name: "a hard limit of the account",
      answer: refusal(400, { type: "invalid_request_error", code: "billing_hard_limit_reached" }),
      kind: "credits_exhausted",
    },
    {
      name: "a minute's limit whose text links to the billing page",
      answer: refusal(
        429,
        {
          type: "requests",
          code: "rate_limit_exceeded",
          message: `Rate limit reached. Visit https://platform.openai.com/account/billing to add a card. ${PROVIDER_WORDS}`,
        },
        { "retry-after-ms": "1500", "Retry-After": "2" },
      ),
      kind: "rate_limited",
      retryAfterMs: 1_500,
    },
    {
      name: "a model that is not there",
      answer: refusal(404, { type: "invalid_request_error", code: "model_not_found" }),
      kind: "provider_misconfigured",
    },
    {
      name: "a size that it does not take, with the prompt in its text",
      answer: refusal(400, { type: "invalid_request_error", code: "invalid_value", param: "size" }),
      kind: "provider_rejected",
    },
    {
      name: "a parameter named safety_identifier",
      answer: refusal(400, {
        type: "invalid_request_error",
        code: "unknown_parameter",
        param: "safety_identifier",
        message: `Unknown parameter: 'safety_identifier'. ${PROVIDER_WORDS}`,
      }),
      kind: "provider_rejected",
    },
    {
      name: "a 422 that echoes the prompt",
      answer: refusal(422, {
        type: "invalid_request_error",
        code: "invalid_prompt",
        message: `Could not draw ${PROMPT}. ${PROVIDER_WORDS}`,
      }),
      kind: "provider_rejected",
    },
  ],
};
