import { createDeepInfra } from "@ai-sdk/deepinfra";
import { deepinfra as provider } from "../../../../src/server/models/providers/deepinfra.js";
import { API_KEY, PROMPT, PROVIDER_WORDS, base64, json } from "../ProviderCase.js";
import type { ProviderCase } from "../ProviderCase.js";
import { formPictures } from "../readPictures.js";

const refusal = (status: number, error: string) => () =>
  json(status, { detail: { error: `${error} ${PROVIDER_WORDS}` } });

/** The package sends numbers as text. */
const SIZES = {
  square: { width: "1024", height: "1024" },
  landscape: { width: "1344", height: "768" },
  portrait: { width: "768", height: "1344" },
};

/** Address that takes pictures, beside those of the models. */
const EDITS = "/v1/openai/images/edits";

/** DeepInfra: one POST to the model's own path, the image as a data URL. */
export const deepinfra: ProviderCase = {
  provider,
  create: (origin, modelId) => createDeepInfra({ apiKey: API_KEY, baseURL: `${origin}/v1` }).image(modelId),
  options: { given: { deepinfra: { num_inference_steps: 4 } }, sends: { num_inference_steps: 4 } },
  models: [
    { modelId: "black-forest-labs/FLUX-1-schnell", asked: SIZES },
    { modelId: "black-forest-labs/FLUX-2-dev", asked: SIZES },
    { modelId: "black-forest-labs/FLUX.1-Kontext-dev", asked: SIZES },
    { modelId: "Qwen/Qwen-Image-Edit", asked: SIZES },
    {
      modelId: "stabilityai/sd3.5",
      asked: {
        square: { aspect_ratio: "1:1" },
        landscape: { aspect_ratio: "16:9" },
        portrait: { aspect_ratio: "9:16" },
      },
      delivers: { square: "1024x1024", landscape: "1344x768", portrait: "768x1344" },
    },
  ],
  settings: {
    "black-forest-labs/FLUX-1-schnell": { seed: [7, "seed"], steps: [4, "num_inference_steps"] },
    "black-forest-labs/FLUX-1-dev": {
      seed: [7, "seed"],
      steps: [28, "num_inference_steps"],
      guidance: [3.5, "guidance_scale"],
    },
    "stabilityai/sd3.5": {
      seed: [7, "seed"],
      negative_prompt: ["people", "negative_prompt"],
      steps: [28, "num_inference_steps"],
      guidance: [3.5, "guidance_scale"],
    },
    "stabilityai/sdxl-turbo": { seed: [7, "seed"] },
  },
  references: {
    models: { "black-forest-labs/FLUX.1-Kontext-dev": 1, "Qwen/Qwen-Image-Edit": 2 },
    needed: ["Qwen/Qwen-Image-Edit"],
    read: (request) => (request.path === EDITS ? formPictures(request, "image") : []),
  },
  stepOf: () => "submit",
  answer: (_, { bytes, mimeType }, { path }) => {
    if (path === EDITS) return json(200, { data: [{ b64_json: base64(bytes) }] });
    return json(200, {
      images: [`data:${mimeType};base64,${base64(bytes)}`],
      nsfw_content_detected: [false],
      seed: 42,
      request_id: "R1",
      inference_status: { status: "succeeded", runtime_ms: 700, cost: 0.0005 },
    });
  },
  refusals: [
    {
      name: "a prompt that was flagged",
      answer: refusal(400, "NSFW content detected."),
      kind: "content_blocked",
    },
    {
      name: "a request that the model's maker moderated",
      answer: refusal(422, "Request Moderated."),
      kind: "content_blocked",
    },
    {
      name: "a wrong key",
      answer: refusal(401, "User authentication failed."),
      kind: "provider_misconfigured",
    },
    {
      name: "an empty account",
      answer: refusal(402, "Payment required."),
      kind: "credits_exhausted",
    },
    {
      name: "an account without a payment method",
      answer: refusal(403, "inference prohibited, please enter a payment method."),
      kind: "credits_exhausted",
    },
    {
      name: "a limit whose text tells of payment methods",
      answer: refusal(429, "Rate limited. Enter a payment method for more."),
      kind: "rate_limited",
      retryAfterMs: 5_000,
    },
    {
      name: "a busy model that asks to wait",
      answer: () =>
        json(
          429,
          { detail: { error: `Model busy, retry later. ${PROVIDER_WORDS}` } },
          { "Retry-After": "4" },
        ),
      kind: "rate_limited",
      retryAfterMs: 4_000,
    },
    {
      name: "a model that is not there",
      answer: refusal(404, "Model is not available."),
      kind: "provider_misconfigured",
    },
    {
      name: "an input that echoes the prompt",
      answer: () =>
        json(422, {
          detail: [
            {
              type: "value_error",
              loc: ["body", "width"],
              msg: `Input should be a multiple of 32 in ${PROMPT}. ${PROVIDER_WORDS}`,
              input: { prompt: PROMPT },
            },
          ],
        }),
      kind: "provider_rejected",
    },
    {
      name: "a parameter named safety_checker",
      answer: refusal(400, "Unknown parameter safety_checker."),
      kind: "provider_rejected",
    },
  ],
  ends: [
    {
      name: "an image that was taken out",
      step: "submit",
      answer: () => json(200, { images: [null], nsfw_content_detected: [true], seed: 42 }),
      kind: "content_blocked",
    },
    {
      name: "an answer without an image",
      step: "submit",
      answer: () => json(200, { images: [], nsfw_content_detected: [false] }),
      kind: "no_image",
    },
  ],
};
