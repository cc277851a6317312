import { createTogetherAI } from "@ai-sdk/togetherai";
import { togetherai as provider } from "../../../../src/server/models/providers/togetherai.js";
import { API_KEY, PROMPT, PROVIDER_WORDS, base64, json } from "../ProviderCase.js";
import type { ProviderCase } from "../ProviderCase.js";
import { dataUris } from "../readPictures.js";

const refusal =
  (status: number, error: Record<string, unknown>, headers: Record<string, string> = {}) =>
  () =>
    json(
      status,
      { id: "o1", error: { message: PROVIDER_WORDS, param: null, code: null, ...error } },
      headers,
    );

const SQUARES = {
  square: { width: 1024, height: 1024 },
  landscape: { width: 1024, height: 1024 },
  portrait: { width: 1024, height: 1024 },
};

/** Together AI: one POST with a width and a height, the image as base64. */
export const togetherai: ProviderCase = {
  provider,
  create: (origin, modelId) => createTogetherAI({ apiKey: API_KEY, baseURL: `${origin}/v1` }).image(modelId),
  options: { given: { togetherai: { steps: 4 } }, sends: { steps: 4 } },
  models: [
    { modelId: "black-forest-labs/FLUX.1-schnell", asked: SQUARES },
    { modelId: "stabilityai/stable-diffusion-xl-base-1.0", asked: SQUARES },
    { modelId: "black-forest-labs/FLUX.1-kontext-pro", asked: SQUARES },
    { modelId: "google/imagen-4.0-preview", asked: SQUARES },
    { modelId: "google/gemini-3-pro-image", asked: SQUARES },
  ],
  settings: {
    "black-forest-labs/FLUX.1-schnell": { seed: [7, "seed"], steps: [3, "steps"] },
    "black-forest-labs/FLUX.1-dev": {
      seed: [7, "seed"],
      steps: [28, "steps"],
      guidance: [3.5, "guidance_scale"],
    },
    "black-forest-labs/FLUX.1-kontext-pro": { seed: [7, "seed"] },
    "stabilityai/stable-diffusion-xl-base-1.0": {
      seed: [7, "seed"],
      negative_prompt: ["people", "negative_prompt"],
      steps: [28, "steps"],
      guidance: [3.5, "guidance_scale"],
    },
  },
  references: {
    models: { "black-forest-labs/FLUX.1-kontext-pro": 1, "black-forest-labs/FLUX.1-kontext-dev": 1 },
    read: ({ body }) => dataUris((body as { image_url?: string }).image_url),
  },
  stepOf: () => "submit",
  answer: (_, { bytes }) =>
    json(200, {
      id: "o1",
      model: "any",
      object: "list",
      data: [{ index: 0, type: "b64_json", b64_json: base64(bytes) }],
    }),
  notes: "asks for squares, and cuts the other shapes out of them",
  refusals: [
    {
      name: "its safety checker",
      answer: refusal(422, { message: `image may contain NSFW content ${PROVIDER_WORDS}` }),
      kind: "content_blocked",
    },
    {
      name: "a wrong key",
      answer: refusal(401, { type: "invalid_request_error", code: "invalid_api_key" }),
      kind: "provider_misconfigured",
    },
    {
      name: "an empty account",
      answer: refusal(402, { type: "credit_limit" }),
      kind: "credits_exhausted",
    },
    {
      name: "an empty account by its type alone",
      answer: refusal(429, { type: "credit_limit" }),
      kind: "credits_exhausted",
    },
    {
      name: "a dynamic limit whose wait stands in a header of its own",
      answer: refusal(429, { type: "dynamic_request_limited" }, { "x-ratelimit-reset": "2" }),
      kind: "rate_limited",
      retryAfterMs: 2_000,
    },
    {
      name: "a limit whose header is a time of day",
      answer: refusal(429, { type: "dynamic_request_limited" }, { "x-ratelimit-reset": "1767225600" }),
      kind: "rate_limited",
      retryAfterMs: 5_000,
    },
    {
      name: "a model that is not there",
      answer: refusal(404, { type: "invalid_request_error", code: "model_not_available" }),
      kind: "provider_misconfigured",
    },
    {
      name: "a model that is not served",
      answer: refusal(400, { type: "invalid_request_error", code: "model_not_available" }),
      kind: "provider_misconfigured",
    },
    {
      name: "an input that is too long",
      answer: refusal(403, { type: "invalid_request_error" }),
      kind: "provider_rejected",
    },
    {
      name: "a key without the right",
      answer: refusal(403, { type: "permission_denied" }),
      kind: "provider_misconfigured",
    },
    {
      name: "a 422 that echoes the prompt",
      answer: refusal(422, { message: `Could not draw ${PROMPT}. ${PROVIDER_WORDS}` }),
      kind: "provider_rejected",
    },
    {
      name: "a parameter named disable_safety_checker",
      answer: refusal(400, {
        type: "invalid_request_error",
        param: "disable_safety_checker",
        message: `disable_safety_checker is not allowed for this model. ${PROVIDER_WORDS}`,
      }),
      kind: "provider_rejected",
    },
  ],
  ends: [
    {
      name: "an answer without an image",
      step: "submit",
      answer: () => json(200, { id: "o1", data: [] }),
      kind: "no_image",
    },
    {
      name: "a refusal in place of an image",
      step: "submit",
      answer: () =>
        json(200, { id: "o1", error: { message: PROVIDER_WORDS, code: "content_policy_violation" } }),
      kind: "content_blocked",
    },
  ],
};
