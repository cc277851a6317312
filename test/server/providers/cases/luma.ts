import { createLuma } from "@ai-sdk/luma";
import { luma as provider } from "../../../../src/server/models/providers/luma.js";
import { API_KEY, PROMPT, PROVIDER_WORDS, imageBytes, json } from "../ProviderCase.js";
import type { ModelCase, ProviderCase } from "../ProviderCase.js";

const generation = (state: string, more: Record<string, unknown> = {}) => ({
  id: "g1",
  generation_type: "image",
  state,
  failure_reason: null,
  assets: null,
  request: { prompt: PROMPT },
  ...more,
});
const failed =
  (failure_reason: string | null, more: Record<string, unknown> = {}) =>
  () =>
    json(200, generation("failed", { failure_reason, ...more }));
const detail =
  (status: number, text: string, headers: Record<string, string> = {}) =>
  () =>
    json(status, { detail: `${text} ${PROVIDER_WORDS}` }, headers);
const asked: ModelCase["asked"] = {
  square: { aspect_ratio: "1:1" },
  landscape: { aspect_ratio: "16:9" },
  portrait: { aspect_ratio: "9:16" },
};

/** Luma: a generation that is polled by its id, a file that is downloaded. */
export const luma: ProviderCase = {
  provider,
  create: (origin, modelId) => createLuma({ apiKey: API_KEY, baseURL: origin }).image(modelId),
  entry: { providerOptions: { luma: { pollIntervalMillis: 1 } } },
  options: { given: { luma: { format: "png" } }, sends: { format: "png" } },
  models: [
    { modelId: "photon-1", asked },
    { modelId: "photon-flash-1", asked, delivers: { landscape: "2048x1152", portrait: "1152x2048" } },
  ],
  settings: {},
  references: { models: {}, read: () => [], notes: "public links alone; a back end hands bytes on" },
  stepOf: ({ method, path }) =>
    method === "POST" ? "submit" : path.startsWith("/dream-machine/") ? "poll" : "download",
  answer: (step, image) => {
    if (step === "submit") return json(201, generation("queued"));
    if (step === "download") return imageBytes(image);
    return json(200, generation("completed", { assets: { image: `${image.origin}/files/1.png` } }));
  },
  refusals: [
    {
      name: "moderation",
      answer: detail(400, "prompt not allowed because advanced moderation failed"),
      kind: "content_blocked",
    },
    { name: "a wrong key", answer: detail(403, "Not authenticated"), kind: "provider_misconfigured" },
    { name: "an empty account", answer: detail(400, "Insufficient credits"), kind: "credits_exhausted" },
    { name: "an account to pay for", answer: detail(402, "Payment required"), kind: "credits_exhausted" },
    {
      name: "a limit with a wait",
      answer: detail(429, "Too many concurrent generations", { "Retry-After": "4" }),
      kind: "rate_limited",
      retryAfterMs: 4_000,
    },
    { name: "a model that is not there", answer: detail(404, "Not found"), kind: "provider_misconfigured" },
    {
      name: "an input that echoes the prompt",
      answer: () =>
        json(422, {
          detail: [
            {
              type: "literal_error",
              loc: ["body", "model"],
              msg: `Input should be 'photon-1'. ${PROVIDER_WORDS}`,
              input: PROMPT,
              ctx: { expected: "'photon-1'" },
            },
          ],
        }),
      kind: "provider_rejected",
    },
    {
      name: "a prompt that is said to be too short",
      answer: detail(400, `Prompt is too short: "${PROMPT}, where moderation failed".`),
      kind: "provider_rejected",
    },
  ],
  ends: [
    {
      name: "moderation of the prompt",
      step: "poll",
      answer: failed("400: prompt not allowed because advanced moderation failed"),
      kind: "content_blocked",
    },
    {
      name: "moderation of an image",
      step: "poll",
      answer: failed("Frame moderation failed", { assets: { image: null } }),
      kind: "content_blocked",
    },
    {
      name: "words that are not allowed",
      step: "poll",
      answer: failed("Contains blacklisted words"),
      kind: "content_blocked",
    },
    {
      name: "a failure",
      step: "poll",
      answer: failed(`Prompt processing failed. ${PROVIDER_WORDS}`),
      kind: "provider_error",
    },
    { name: "a failure without a reason", step: "poll", answer: failed(null), kind: "provider_error" },
  ],
};
