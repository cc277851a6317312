import { createBlackForestLabs } from "@ai-sdk/black-forest-labs";
import { blackForestLabs as provider } from "../../../../src/server/models/providers/blackForestLabs.js";
import { API_KEY, PROMPT, PROVIDER_WORDS, imageBytes, json } from "../ProviderCase.js";
import type { ModelCase, ProviderCase, SettingCases } from "../ProviderCase.js";
import { base64Pictures, numbered } from "../readPictures.js";

const task = (status: string, more: Record<string, unknown> = {}) => ({
  id: "t1",
  status,
  result: null,
  progress: null,
  details: null,
  preview: null,
  ...more,
});
const moderated = (status: string) =>
  task(status, { details: { "Moderation Reasons": [`Derivative Works Filter ${PROVIDER_WORDS}`] } });
const detail =
  (status: number, text: string, headers: Record<string, string> = {}) =>
  () =>
    json(status, { detail: `${text} ${PROVIDER_WORDS}` }, headers);

const byPixels = (modelId: string): ModelCase => ({
  modelId,
  asked: {
    square: { aspect_ratio: "1:1", width: 1024, height: 1024 },
    landscape: { aspect_ratio: "16:9", width: 1344, height: 768 },
    portrait: { aspect_ratio: "9:16", width: 768, height: 1344 },
  },
});
const byRatio = (modelId: string, delivers: ModelCase["delivers"]): ModelCase => ({
  modelId,
  asked: {
    square: { aspect_ratio: "1:1" },
    landscape: { aspect_ratio: "16:9" },
    portrait: { aspect_ratio: "9:16" },
  },
  delivers,
});

const SEED: SettingCases = { seed: [7, "seed"] };

/** Black Forest Labs: a task that is polled by a link, a file that is downloaded. */
export const blackForestLabs: ProviderCase = {
  provider,
  create: (origin, modelId) =>
    createBlackForestLabs({ apiKey: API_KEY, baseURL: `${origin}/v1`, pollIntervalMillis: 1 }).image(modelId),
  options: { given: { blackForestLabs: { promptUpsampling: false } }, sends: { prompt_upsampling: false } },
  models: [
    byPixels("flux-2-pro"),
    byPixels("flux-2-max"),
    byPixels("flux-2-flex"),
    byPixels("flux-2-klein-9b"),
    byPixels("flux-2-klein-4b"),
    byPixels("flux-pro-1.1"),
    byRatio("flux-pro-1.1-ultra", { landscape: "2752x1536", portrait: "1536x2752" }),
    byRatio("flux-kontext-pro", { landscape: "1392x752", portrait: "752x1392" }),
    byRatio("flux-kontext-max", { landscape: "1392x752", portrait: "752x1392" }),
    byRatio("flux-pro-1.0-fill", {}),
  ],
  settings: {
    "flux-2-pro": SEED,
    "flux-2-max": SEED,
    "flux-2-klein-9b": SEED,
    "flux-2-klein-4b": SEED,
    "flux-pro-1.1": SEED,
    "flux-pro-1.1-ultra": SEED,
    "flux-kontext-pro": SEED,
    "flux-kontext-max": SEED,
    "flux-2-flex": { seed: [7, "seed"], steps: [20, "steps"], guidance: [4.5, "guidance"] },
    "flux-dev": { seed: [7, "seed"], steps: [20, "steps"], guidance: [2.5, "guidance"] },
    "flux-pro-1.0-fill": { seed: [7, "seed"], steps: [20, "steps"], guidance: [60, "guidance"] },
  },
  tellsSeed: 4_046_399_104,
  references: {
    models: {
      "flux-2-pro": 8,
      "flux-2-max": 8,
      "flux-2-flex": 8,
      "flux-2-klein-9b": 4,
      "flux-2-klein-4b": 4,
      "flux-kontext-pro": 4,
      "flux-kontext-max": 4,
    },
    read: ({ body }) => base64Pictures(numbered(body, "input_image")),
    notes: "the megapixels of each are billed by FLUX.2",
  },
  stepOf: ({ method, path }) =>
    method === "POST" ? "submit" : path === "/v1/get_result" ? "poll" : "download",
  answer: (step, image) => {
    if (step === "download") return imageBytes(image);
    return step === "submit"
      ? json(200, {
          id: "t1",
          polling_url: `${image.origin}/v1/get_result?id=t1`,
          cost: 4.5,
          input_mp: 0,
          output_mp: 1,
        })
      : json(
          200,
          task("Ready", {
            result: { sample: `${image.origin}/files/1.png`, seed: 4_046_399_104, duration: 2.5 },
          }),
        );
  },
  reported: { amount: "4.5", unit: "credits" },
  refusals: [
    {
      name: "moderation at once",
      answer: () => json(400, moderated("Request Moderated")),
      kind: "content_blocked",
    },
    { name: "a wrong key", answer: detail(403, "Not authenticated"), kind: "provider_misconfigured" },
    { name: "an empty account", answer: detail(402, "Insufficient credits."), kind: "credits_exhausted" },
    {
      name: "a limit of tasks at a time, with a wait",
      answer: detail(429, "Too many active tasks.", { "Retry-After": "5" }),
      kind: "rate_limited",
      retryAfterMs: 5_000,
    },
    { name: "a model that is not there", answer: detail(404, "Not Found"), kind: "provider_misconfigured" },
    {
      name: "an input that echoes the prompt",
      answer: () =>
        json(422, {
          detail: [
            {
              type: "string_too_long",
              loc: ["body", "prompt"],
              msg: `${PROMPT} ${PROVIDER_WORDS}`,
              input: PROMPT,
            },
          ],
        }),
      kind: "provider_rejected",
    },
    {
      name: "a setting named safety_tolerance",
      answer: () =>
        json(422, {
          detail: [{ type: "less_than_equal", loc: ["body", "safety_tolerance"], msg: PROVIDER_WORDS }],
        }),
      kind: "provider_rejected",
    },
  ],
  ends: [
    {
      name: "moderation of the request, which the package polls on",
      step: "poll",
      answer: () => json(200, moderated("Request Moderated")),
      kind: "content_blocked",
    },
    {
      name: "moderation of the image, which the package does not know",
      step: "poll",
      answer: () => json(200, moderated("Content Moderated")),
      kind: "content_blocked",
    },
    {
      name: "moderation by its other name",
      step: "poll",
      answer: () => json(200, { id: "t1", state: "Content Moderated" }),
      kind: "content_blocked",
    },
    { name: "an error", step: "poll", answer: () => json(200, task("Error")), kind: "provider_error" },
    { name: "a failure", step: "poll", answer: () => json(200, task("Failed")), kind: "provider_error" },
    {
      name: "a task that is lost",
      step: "poll",
      answer: () => json(200, task("Task not found")),
      kind: "provider_error",
    },
    {
      name: "a task without an image",
      step: "poll",
      answer: () => json(200, task("Ready")),
      kind: "provider_error",
    },
  ],
};
