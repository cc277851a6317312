import { createFal } from "@ai-sdk/fal";
import { fal as provider } from "../../../../src/server/models/providers/fal.js";
import { API_KEY, PROMPT, PROVIDER_WORDS, imageBytes, json } from "../ProviderCase.js";
import type { ModelCase, ProviderCase } from "../ProviderCase.js";
import { dataUris } from "../readPictures.js";

const PRESETS: ModelCase["asked"] = {
  square: { image_size: "square_hd" },
  landscape: { image_size: "landscape_16_9" },
  portrait: { image_size: "portrait_16_9" },
};
const RATIOS: ModelCase["asked"] = {
  square: { ...PRESETS.square, aspect_ratio: "1:1" },
  landscape: { ...PRESETS.landscape, aspect_ratio: "16:9" },
  portrait: { ...PRESETS.portrait, aspect_ratio: "9:16" },
};
const preset = (modelId: string): ModelCase => ({
  modelId,
  asked: PRESETS,
  delivers: { square: "1024x1024", landscape: "1024x576", portrait: "576x1024" },
});

const faults =
  (...detail: Record<string, unknown>[]) =>
  (headers?: Record<string, string>) =>
  () =>
    json(
      422,
      { detail: detail.map((each) => ({ loc: ["body", "prompt"], msg: PROVIDER_WORDS, ...each })) },
      headers,
    );
const policy = faults({ type: "content_policy_violation", input: PROMPT, categories: ["violence"] });
const locked = (reason: string) => () =>
  json(403, { detail: `User is locked. Reason: ${reason} ${PROVIDER_WORDS}` });
const flagged = (name: string) => () =>
  json(200, { images: [{ url: "http://127.0.0.1:9/black.png" }], prompt: PROMPT, [name]: [true] });

const FLUX = {
  seed: [7, "seed"],
  steps: [8, "num_inference_steps"],
  guidance: [3.5, "guidance_scale"],
} as const;
const SDXL = {
  seed: FLUX.seed,
  negative_prompt: ["people", "negative_prompt"],
  steps: FLUX.steps,
  guidance: FLUX.guidance,
} as const;

/** Endpoints that edit, each with the most pictures that it takes. */
const EDITS = {
  "fal-ai/flux-pro/kontext": 1,
  "fal-ai/flux/dev/image-to-image": 1,
  "fal-ai/flux-pro/kontext/max/multi": 4,
  "fal-ai/flux-2/edit": 4,
  "fal-ai/flux-2-pro/edit": 8,
  "fal-ai/nano-banana/edit": 10,
  "fal-ai/nano-banana-pro/edit": 14,
  "fal-ai/bytedance/seedream/v4/edit": 10,
};

/** Fal: one POST, a file that is downloaded. */
export const fal: ProviderCase = {
  provider,
  create: (origin, modelId) => createFal({ apiKey: API_KEY, baseURL: origin }).image(modelId),
  options: { given: { fal: { numInferenceSteps: 28 } }, sends: { num_inference_steps: 28 } },
  models: [
    preset("fal-ai/flux/dev"),
    preset("fal-ai/flux-lora"),
    preset("fal-ai/fast-sdxl"),
    preset("fal-ai/hyper-sdxl"),
    preset("fal-ai/stable-diffusion-3.5-large"),
    {
      modelId: "fal-ai/flux-pro/v1.1-ultra",
      asked: RATIOS,
      delivers: { square: "2048x2048", landscape: "2752x1536", portrait: "1536x2752" },
    },
    {
      modelId: "fal-ai/ideogram/v2",
      asked: RATIOS,
      delivers: { landscape: "1312x736", portrait: "736x1312" },
    },
    { modelId: "fal-ai/recraft-v3", asked: PRESETS, delivers: { landscape: "1820x1024" } },
    { modelId: "fal-ai/a-model-of-tomorrow", asked: PRESETS },
  ],
  settings: {
    "fal-ai/flux/dev": FLUX,
    "fal-ai/flux/schnell": FLUX,
    "fal-ai/flux-lora": FLUX,
    "fal-ai/flux-pro/kontext": { seed: FLUX.seed, guidance: FLUX.guidance },
    "fal-ai/flux-pro/v1.1": { seed: FLUX.seed },
    "fal-ai/flux-pro/v1.1-ultra": { seed: FLUX.seed },
    "fal-ai/hyper-sdxl": { seed: FLUX.seed },
    "fal-ai/fast-sdxl": SDXL,
    "fal-ai/stable-diffusion-3.5-large": SDXL,
    "fal-ai/qwen-image": SDXL,
    "fal-ai/ideogram/v2": { seed: FLUX.seed, negative_prompt: SDXL.negative_prompt },
    "fal-ai/imagen4/preview": { seed: FLUX.seed },
    "fal-ai/nano-banana-pro": { resolution: ["2K", "resolution"] },
  },
  tellsSeed: 4_046_399_104,
  references: {
    models: EDITS,
    needed: Object.keys(EDITS),
    read: ({ path, body }) => {
      const { image_url: one, image_urls: several } = body as Readonly<Record<string, unknown>>;
      const isList = /\/(?:multi|edit)$/.test(path);
      return (isList ? one : several) === undefined ? dataUris((isList ? several : one) ?? []) : [];
    },
  },
  stepOf: ({ method }) => (method === "POST" ? "submit" : "download"),
  answer: (step, image) =>
    step === "download"
      ? imageBytes(image)
      : json(200, {
          images: [{ url: `${image.origin}/files/1.png`, content_type: image.mimeType }],
          timings: { inference: 1.5 },
          seed: 4_046_399_104,
          has_nsfw_concepts: [false],
          prompt: PROMPT,
        }),
  refusals: [
    { name: "moderation", answer: policy(), kind: "content_blocked", charged: null },
    {
      name: "moderation that was billed",
      answer: policy({ "X-Fal-Billable-Units": "1" }),
      kind: "content_blocked",
      charged: true,
    },
    {
      name: "moderation that was not billed",
      answer: policy({ "X-Fal-Billable-Units": "0" }),
      kind: "content_blocked",
    },
    {
      name: "an input that echoes the prompt",
      answer: faults({ type: "string_too_long", msg: `${PROMPT}: ${PROVIDER_WORDS}`, input: PROMPT })(),
      kind: "provider_rejected",
      charged: null,
    },
    {
      name: "a setting named safety_tolerance",
      answer: faults({ loc: ["body", "safety_tolerance"], type: "literal_error" })(),
      kind: "provider_rejected",
      charged: null,
    },
    {
      name: "a request without a key",
      answer: () => json(401, { detail: `Authentication is required. ${PROVIDER_WORDS}` }),
      kind: "provider_misconfigured",
    },
    { name: "an empty account", answer: locked("Exhausted balance."), kind: "credits_exhausted" },
    { name: "an account to top up", answer: locked("TOP_UP."), kind: "credits_exhausted" },
    { name: "an account that Fal locked", answer: locked("Admin lock."), kind: "provider_misconfigured" },
    {
      name: "a limit with a wait",
      answer: () => json(429, { detail: PROVIDER_WORDS }, { "Retry-After": "2" }),
      kind: "rate_limited",
      retryAfterMs: 2_000,
    },
    {
      name: "a model that is not there",
      answer: () => json(404, { detail: `Application not found. ${PROVIDER_WORDS}` }),
      kind: "provider_misconfigured",
    },
  ],
  ends: [
    {
      name: "a safety checker",
      step: "submit",
      answer: flagged("has_nsfw_concepts"),
      kind: "content_blocked",
    },
    {
      name: "an older safety checker",
      step: "submit",
      answer: flagged("nsfw_content_detected"),
      kind: "content_blocked",
    },
    {
      name: "an answer without an image",
      step: "submit",
      answer: () => json(200, { images: [], prompt: PROMPT }),
      kind: "no_image",
    },
  ],
  notes: "A request that its check refuses may be charged",
};
