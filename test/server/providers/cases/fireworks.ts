import { createFireworks } from "@ai-sdk/fireworks";
import { fireworks as provider } from "../../../../src/server/models/providers/fireworks.js";
import { API_KEY, PROMPT, PROVIDER_WORDS, imageBytes, json } from "../ProviderCase.js";
import type { ModelCase, ProviderCase, SettingCases } from "../ProviderCase.js";
import { dataUris } from "../readPictures.js";

const PREFIX = "accounts/fireworks/models";
const error =
  (status: number, code: string, message = "", headers: Record<string, string> = {}) =>
  () =>
    json(
      status,
      {
        error: { object: "error", type: "error", code, param: null, message: `${message} ${PROVIDER_WORDS}` },
      },
      headers,
    );
const ended = (status: string) => () => json(200, { id: "t1", status, result: null, details: null });

const byRatio = (name: string, delivers: ModelCase["delivers"] = {}): ModelCase => ({
  modelId: `${PREFIX}/${name}`,
  asked: {
    square: { aspect_ratio: "1:1" },
    landscape: { aspect_ratio: "16:9" },
    portrait: { aspect_ratio: "9:16" },
  },
  delivers,
});
const bySize = (name: string): ModelCase => ({
  modelId: `${PREFIX}/${name}`,
  asked: {
    square: { width: "1024", height: "1024" },
    landscape: { width: "1344", height: "768" },
    portrait: { width: "768", height: "1344" },
  },
});

const KONTEXT: SettingCases = { seed: [7, "seed"] };
const FLUX: SettingCases = {
  ...KONTEXT,
  steps: [8, "num_inference_steps"],
  guidance: [3.5, "guidance_scale"],
};
const SDXL: SettingCases = {
  ...KONTEXT,
  negative_prompt: ["people", "negative_prompt"],
  steps: [30, "steps"],
  guidance: [7, "cfg_scale"],
};

/** Fireworks: Kontext is polled by POST and downloaded; the others answer with the image. */
export const fireworks: ProviderCase = {
  provider,
  create(origin, modelId) {
    const model = createFireworks({ apiKey: API_KEY, baseURL: origin }).image(modelId);
    // The package has no setting for it.
    Object.assign((model as unknown as { config: object }).config, { pollIntervalMillis: 1 });
    return model;
  },
  options: { given: { fireworks: { guidance_scale: 4 } }, sends: { guidance_scale: 4 } },
  models: [
    byRatio("flux-kontext-pro", { landscape: "1392x752", portrait: "752x1392" }),
    byRatio("flux-kontext-max"),
    byRatio("flux-1-dev-fp8", { landscape: "1344x768", portrait: "768x1344" }),
    byRatio("flux-1-schnell-fp8"),
    bySize("playground-v2-5-1024px-aesthetic"),
    bySize("playground-v2-1024px-aesthetic"),
    bySize("japanese-stable-diffusion-xl"),
    bySize("SSD-1B"),
    bySize("stable-diffusion-xl-1024-v1-0"),
  ],
  settings: Object.fromEntries(
    Object.entries({
      "flux-kontext-pro": KONTEXT,
      "flux-kontext-max": KONTEXT,
      "flux-1-dev-fp8": FLUX,
      "flux-1-schnell-fp8": FLUX,
      "playground-v2-5-1024px-aesthetic": SDXL,
      "playground-v2-1024px-aesthetic": SDXL,
      "japanese-stable-diffusion-xl": SDXL,
      "SSD-1B": SDXL,
      "stable-diffusion-xl-1024-v1-0": SDXL,
    }).map(([name, settings]) => [`${PREFIX}/${name}`, settings]),
  ),
  references: {
    models: { [`${PREFIX}/flux-kontext-pro`]: 1, [`${PREFIX}/flux-kontext-max`]: 1 },
    read: ({ body }) => dataUris((body as { input_image?: string }).input_image),
  },
  stepOf: ({ method, path }) =>
    method === "GET" ? "download" : path.endsWith("/get_result") ? "poll" : "submit",
  answer: (step, image, { path }) => {
    if (step === "poll") {
      return json(200, { id: "t1", status: "Ready", result: { sample: `${image.origin}/files/1.png` } });
    }
    return step === "submit" && path.includes("/flux-kontext-")
      ? json(200, { request_id: "t1" })
      : imageBytes(image);
  },
  refusals: [
    {
      name: "moderation at once",
      answer: () => json(400, { id: "t1", status: "Request Moderated", result: null }),
      kind: "content_blocked",
    },
    {
      name: "a wrong key",
      answer: error(401, "UNAUTHORIZED", "The API key you provided is invalid."),
      kind: "provider_misconfigured",
    },
    { name: "a key without rights", answer: error(403, "FORBIDDEN"), kind: "provider_misconfigured" },
    { name: "an account without a plan", answer: error(402, "PAYMENT_REQUIRED"), kind: "credits_exhausted" },
    {
      name: "an account that has spent its month",
      answer: error(
        412,
        "PRECONDITION_FAILED",
        "Account acme is suspended, possibly due to reaching the monthly spending limit.",
      ),
      kind: "credits_exhausted",
    },
    {
      name: "an adapter that did not load",
      answer: error(412, "PRECONDITION_FAILED", "The adapter did not load."),
      kind: "provider_rejected",
    },
    {
      name: "a limit with a wait",
      answer: error(429, "RATE_LIMIT_EXCEEDED", "", { "Retry-After": "6" }),
      kind: "rate_limited",
      retryAfterMs: 6_000,
    },
    {
      name: "a model that is not deployed",
      answer: error(404, "NOT_FOUND", "Model not found, inaccessible, and/or not deployed"),
      kind: "provider_misconfigured",
    },
    {
      name: "an input that echoes the prompt",
      answer: error(400, "INVALID_ARGUMENT", `Could not read ${PROMPT}.`),
      kind: "provider_rejected",
    },
    {
      name: "a setting named safety_tolerance",
      answer: error(422, "invalid_request_error", "safety_tolerance must be at most 6."),
      kind: "provider_rejected",
    },
    {
      name: "an error that is no JSON",
      answer: () => new Response(`no ${PROVIDER_WORDS}`, { status: 400 }),
      kind: "provider_rejected",
      modelId: `${PREFIX}/flux-1-dev-fp8`,
    },
  ],
  ends: [
    {
      name: "moderation of the request, which the package polls on",
      step: "poll",
      answer: ended("Request Moderated"),
      kind: "content_blocked",
    },
    {
      name: "moderation of the image, which the package polls on",
      step: "poll",
      answer: ended("Content Moderated"),
      kind: "content_blocked",
    },
    { name: "an error", step: "poll", answer: ended("Error"), kind: "provider_error" },
    { name: "a failure", step: "poll", answer: ended("Failed"), kind: "provider_error" },
    {
      name: "a filtered image",
      step: "submit",
      answer: () =>
        new Response("black", {
          headers: { "Content-Type": "image/png", "Finish-Reason": "CONTENT_FILTERED" },
        }),
      kind: "content_blocked",
      modelId: `${PREFIX}/stable-diffusion-xl-1024-v1-0`,
    },
    {
      name: "a filtered image in JSON",
      step: "submit",
      answer: () => json(200, { id: "t1", base64: [], finishReason: "CONTENT_FILTERED", seed: 1 }),
      kind: "content_blocked",
      modelId: `${PREFIX}/flux-1-dev-fp8`,
    },
  ],
  notes: "Kontext polls and links, the others answer with the image",
};
