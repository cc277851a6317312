import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { openaiCompatible as provider } from "../../../../src/server/models/providers/openaiCompatible.js";
import { API_KEY, PROMPT, PROVIDER_WORDS, base64, imageBytes, json } from "../ProviderCase.js";
import type { ProviderCase } from "../ProviderCase.js";
import { formPictures } from "../readPictures.js";

const refusal =
  (status: number, error: Record<string, unknown>, headers: Record<string, string> = {}) =>
  () =>
    json(status, { error: { message: PROVIDER_WORDS, type: null, param: null, ...error } }, headers);

const usage = { input_tokens: 10, output_tokens: 4_150, total_tokens: 4_160 };
const THREE_SIZES = {
  square: { size: "1024x1024" },
  landscape: { size: "1536x1024" },
  portrait: { size: "1024x1536" },
};

/** A service in OpenAI's format: one POST, the image as base64 or, as here for most models, by a link to itself. */
export const openaiCompatible: ProviderCase = {
  provider,
  // The name is the host's affair: one that looks like another provider's changes nothing.
  create: (origin, modelId) =>
    createOpenAICompatible({ name: "openai", apiKey: API_KEY, baseURL: `${origin}/v1` }).imageModel(modelId),
  options: { given: { openai: { quality: "high" } }, sends: { quality: "high" } },
  models: [
    { modelId: "flux", asked: THREE_SIZES },
    {
      modelId: "gemini/gemini-2.5-flash-image",
      asked: {
        square: { size: "1024x1024" },
        landscape: { size: "1792x1024" },
        portrait: { size: "1024x1792" },
      },
    },
    { modelId: "openai/gpt-image-1", asked: THREE_SIZES },
    {
      modelId: "azure/gpt-image-2.5-flare",
      asked: {
        square: { size: "1024x1024" },
        landscape: { size: "1536x864" },
        portrait: { size: "864x1536" },
      },
    },
  ],
  settings: {},
  references: {
    models: { "openai/gpt-image-1": 16, "azure/gpt-image-2.5-flare": 16 },
    read: (request) => (request.path === "/v1/images/edits" ? formPictures(request) : []),
    notes: "the service needs `images/edits`",
  },
  stepOf: ({ path }) => (/^\/v1\/images\/(?:generations|edits)$/.test(path) ? "submit" : "download"),
  answer: (step, image, { body }) => {
    if (step === "download") return imageBytes(image);
    const inAnswer = String((body as { model?: unknown }).model).startsWith("openai/");
    const data = inAnswer ? { b64_json: base64(image.bytes) } : { url: `${image.origin}/files/1.png` };
    return json(200, { created: 1, data: [data], usage });
  },
  reported: { amount: "4160", unit: "tokens" },
  notes: "asks for a size; which pixels come is the service's affair",
  refusals: [
    {
      name: "moderation by its code",
      answer: refusal(400, { type: "invalid_request_error", code: "content_policy_violation" }),
      kind: "content_blocked",
    },
    {
      name: "moderation as LiteLLM words it",
      answer: refusal(400, {
        code: "400",
        message: `litellm.BadRequestError: litellm.ContentPolicyViolationError: ${PROVIDER_WORDS}`,
      }),
      kind: "content_blocked",
    },
    {
      name: "moderation with OpenRouter's reasons",
      answer: refusal(403, {
        code: 403,
        metadata: { reasons: ["violence"], flagged_input: PROMPT, provider_name: "any" },
      }),
      kind: "content_blocked",
    },
    {
      name: "a wrong key",
      answer: refusal(401, { type: "auth_error", code: "401" }),
      kind: "provider_misconfigured",
    },
    {
      name: "a key without the right to the model",
      answer: refusal(403, { type: "key_model_access_denied", code: "403" }),
      kind: "provider_misconfigured",
    },
    {
      name: "a budget of LiteLLM that is used up",
      answer: refusal(400, { type: "budget_exceeded", code: "400" }),
      kind: "credits_exhausted",
    },
    {
      name: "such a budget with the status of a limit",
      answer: refusal(429, { type: "budget_exceeded", code: "429" }),
      kind: "credits_exhausted",
    },
    {
      name: "a user's quota of One API that is used up",
      answer: refusal(403, { type: "one_api_error", code: "insufficient_user_quota" }),
      kind: "credits_exhausted",
    },
    {
      name: "a limit with a wait",
      answer: refusal(429, { type: "throttling_error", code: "429" }, { "Retry-After": "7" }),
      kind: "rate_limited",
      retryAfterMs: 7_000,
    },
    {
      name: "a model that is not there",
      answer: refusal(404, { type: "invalid_request_error", code: "model_not_found" }),
      kind: "provider_misconfigured",
    },
    {
      name: "a 422 that echoes the prompt",
      answer: refusal(422, { code: 422, message: `Could not draw ${PROMPT}. ${PROVIDER_WORDS}` }),
      kind: "provider_rejected",
    },
    {
      name: "a parameter named safety_identifier, without JSON",
      answer: () => new Response(`Unknown field safety_identifier. ${PROVIDER_WORDS}`, { status: 400 }),
      kind: "provider_rejected",
    },
  ],
  ends: [
    {
      name: "an error in place of an image",
      step: "submit",
      answer: () =>
        json(200, { error: { message: PROVIDER_WORDS, code: "content_policy_violation", param: null } }),
      kind: "content_blocked",
    },
    {
      name: "an image that was taken out",
      step: "submit",
      answer: () =>
        json(200, { data: [{ b64_json: null, url: null, finish_reason: "content_filter" }], usage }),
      kind: "content_blocked",
    },
    {
      name: "an answer without an image",
      step: "submit",
      answer: () => json(200, { created: 1, data: [] }),
      kind: "no_image",
    },
    {
      name: "a link to a name inside the host's network, which the SDK would follow",
      step: "submit",
      answer: () => json(200, { data: [{ url: "https://redis/1.png" }] }),
      kind: "bad_image",
    },
    {
      name: "a link to an address inside the host's network",
      step: "submit",
      answer: () => json(200, { data: [{ url: "http://169.254.169.254/latest" }] }),
      kind: "provider_error",
    },
  ],
};
