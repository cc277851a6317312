import { expect } from "vitest";
import { createReplicate } from "@ai-sdk/replicate";
import { replicate as provider } from "../../../../src/server/models/providers/replicate.js";
import { API_KEY, PROMPT, PROVIDER_WORDS, imageBytes, json } from "../ProviderCase.js";
import type { ProviderCase, SettingCases } from "../ProviderCase.js";
import { dataUris } from "../readPictures.js";

const prediction = (origin: string, more: Record<string, unknown>) => ({
  id: "p1",
  urls: { get: `${origin}/v1/predictions/p1` },
  output: null,
  ...more,
});
const ended = (error: string) => () => json(200, prediction("http://127.0.0.1", { status: "failed", error }));

/** Fields of the models' own schemas. */
const FIELDS: readonly (readonly [RegExp, string])[] = [
  [/\/flux-2-/, "input_images"],
  [/\/flux-kontext-/, "input_image"],
  [/\/(?:nano-banana|seedream-4)/, "image_input"],
  [/\/(?:flux-dev|stable-diffusion-3\.5-large)\//, "image"],
];

const SEED = [7, "input.seed"] as const;
const SDXL: SettingCases = {
  seed: SEED,
  negative_prompt: ["people", "input.negative_prompt"],
  steps: [4, "input.num_inference_steps"],
  guidance: [3.5, "input.guidance_scale"],
};

/** Replicate: a POST that waits, a prediction that is polled, a file that is downloaded. */
export const replicate: ProviderCase = {
  provider,
  create: (origin, modelId) => createReplicate({ apiToken: API_KEY, baseURL: `${origin}/v1` }).image(modelId),
  entry: { providerOptions: { replicate: { pollIntervalMillis: 1 } } },
  options: {
    given: { replicate: { num_inference_steps: 4 } },
    sends: { input: expect.objectContaining({ num_inference_steps: 4 }) },
  },
  models: [
    {
      modelId: "black-forest-labs/flux-schnell",
      asked: {
        square: { input: expect.objectContaining({ aspect_ratio: "1:1" }) },
        landscape: { input: expect.objectContaining({ aspect_ratio: "16:9" }) },
        portrait: { input: expect.objectContaining({ aspect_ratio: "9:16" }) },
      },
      delivers: { square: "1024x1024", landscape: "1344x768", portrait: "768x1344" },
    },
    {
      modelId: "recraft-ai/recraft-v3",
      asked: {
        square: { input: expect.objectContaining({ size: "1024x1024" }) },
        landscape: { input: expect.objectContaining({ size: "1820x1024" }) },
        portrait: { input: expect.objectContaining({ size: "1024x1820" }) },
      },
      delivers: { square: "1024x1024", landscape: "1820x1024", portrait: "1024x1820" },
    },
  ],
  settings: {
    "black-forest-labs/flux-schnell": { seed: SEED, steps: [3, "input.num_inference_steps"] },
    "black-forest-labs/flux-dev": {
      seed: SEED,
      steps: [28, "input.num_inference_steps"],
      guidance: [3.5, "input.guidance"],
    },
    "black-forest-labs/flux-2-pro": { resolution: ["2 MP", "input.resolution"], seed: SEED },
    "black-forest-labs/flux-kontext-pro": { seed: SEED },
    "stability-ai/stable-diffusion-3.5-large": {
      seed: SEED,
      negative_prompt: ["people", "input.negative_prompt"],
      guidance: [3.5, "input.cfg"],
    },
    "ideogram-ai/ideogram-v2": { seed: SEED, negative_prompt: ["people", "input.negative_prompt"] },
    "bytedance/seedream-3": { seed: SEED, guidance: [3.5, "input.guidance_scale"] },
    "luma/photon": { seed: SEED },
    "bytedance/sdxl-lightning-4step:5599ed30": SDXL,
    "playgroundai/playground-v2.5-1024px-aesthetic:a45f82a1": SDXL,
    "google/nano-banana-pro": { resolution: ["2K", "input.resolution"] },
  },
  references: {
    models: {
      "black-forest-labs/flux-2-flex": 10,
      "black-forest-labs/flux-2-pro": 8,
      "black-forest-labs/flux-2-dev": 4,
      "black-forest-labs/flux-kontext-pro": 1,
      "black-forest-labs/flux-kontext-dev": 1,
      "google/nano-banana-pro": 14,
      "google/nano-banana": 3,
      "bytedance/seedream-4": 10,
      "black-forest-labs/flux-dev": 1,
      "stability-ai/stable-diffusion-3.5-large": 1,
    },
    needed: ["black-forest-labs/flux-kontext-dev"],
    read: ({ path, body }) => {
      const [, field = ""] = FIELDS.find(([pattern]) => pattern.test(path)) ?? [];
      const { input } = body as { input: Readonly<Record<string, unknown>> };
      const others = Object.keys(input).filter((name) => /image/.test(name) && name !== field);
      if (others.length > 0)
        throw new Error(`Pictures stand in ${others.join(", ")}, where no model reads them.`);
      return dataUris(input[field] ?? []);
    },
    notes: "10 MB in all",
  },
  stepOf: ({ method, path }) =>
    method === "POST" ? "submit" : path.startsWith("/v1/predictions/") ? "poll" : "download",
  answer: (step, image) => {
    if (step === "submit") return json(201, prediction(image.origin, { status: "starting" }));
    if (step === "download") return imageBytes(image);
    return json(
      200,
      prediction(image.origin, { status: "succeeded", output: [`${image.origin}/files/1.png`] }),
    );
  },
  refusals: [
    {
      name: "a wrong key",
      answer: () => json(401, { title: "Unauthenticated", detail: PROVIDER_WORDS, status: 401 }),
      kind: "provider_misconfigured",
    },
    {
      name: "an empty account",
      answer: () => json(402, { title: "Insufficient credit", detail: PROVIDER_WORDS, status: 402 }),
      kind: "credits_exhausted",
    },
    {
      name: "a limit with a wait",
      answer: () =>
        json(
          429,
          { title: "Too many requests", detail: PROVIDER_WORDS, status: 429, retry_after: 3 },
          { "Retry-After": "3" },
        ),
      kind: "rate_limited",
      retryAfterMs: 3_000,
    },
    {
      name: "an input that echoes the prompt",
      answer: () =>
        json(422, {
          title: "Input validation failed",
          detail: `- input.prompt: ${PROMPT} ${PROVIDER_WORDS}`,
          status: 422,
        }),
      kind: "provider_rejected",
    },
    {
      name: "a model that is not there",
      answer: () => json(404, { detail: PROVIDER_WORDS }),
      kind: "provider_misconfigured",
    },
  ],
  ends: [
    {
      name: "a safety checker",
      step: "poll",
      answer: ended(`NSFW content detected. ${PROVIDER_WORDS}`),
      kind: "content_blocked",
    },
    {
      name: "a sensitive prompt",
      step: "poll",
      answer: ended(`The input or output was flagged as sensitive. (E005) ${PROVIDER_WORDS}`),
      kind: "content_blocked",
    },
    {
      name: "a failure",
      step: "poll",
      answer: ended(`CUDA out of memory. ${PROVIDER_WORDS}`),
      kind: "provider_error",
    },
    {
      name: "a failure at once",
      step: "submit",
      answer: ended(`NSFW content detected. ${PROVIDER_WORDS}`),
      kind: "content_blocked",
    },
  ],
};
