import { createXai } from "@ai-sdk/xai";
import { xai as provider } from "../../../../src/server/models/providers/xai.js";
import { API_KEY, PROMPT, PROVIDER_WORDS, base64, json } from "../ProviderCase.js";
import type { ModelCase, ProviderCase } from "../ProviderCase.js";
import { dataUris } from "../readPictures.js";

type Link = { readonly url: string };

const refusal =
  (
    status: number,
    code: string,
    error: string,
    more: Record<string, unknown> = {},
    headers: Record<string, string> = {},
  ) =>
  () =>
    json(status, { code, error: `${error} ${PROVIDER_WORDS}`, ...more }, headers);
const INVALID = "Client specified an invalid argument";
const FORBIDDEN = "The caller does not have permission to execute the specified operation";
const EXHAUSTED = "Some resource has been exhausted";

const model = (modelId: string, delivers: ModelCase["delivers"] = {}): ModelCase => ({
  modelId,
  asked: {
    square: { aspect_ratio: "1:1", response_format: "b64_json" },
    landscape: { aspect_ratio: "16:9" },
    portrait: { aspect_ratio: "9:16" },
  },
  delivers,
});

/** xAI: one POST, the image as base64, and its cost. */
export const xai: ProviderCase = {
  provider,
  create: (origin, modelId) => createXai({ apiKey: API_KEY, baseURL: `${origin}/v1` }).image(modelId),
  options: { given: { xai: { resolution: "2k" } }, sends: { resolution: "2k" } },
  models: [
    model("grok-imagine-image", { landscape: "1280x720", portrait: "720x1280" }),
    model("grok-imagine-image-pro"),
  ],
  settings: {
    "grok-imagine-image-2.0": { quality: ["low", "quality"], resolution: ["2k", "resolution"] },
    "grok-imagine-image-pro": { resolution: ["2k", "resolution"] },
  },
  references: {
    models: { "grok-imagine-image": 3, "grok-imagine-image-pro": 3, "grok-imagine-image-2.0": 3 },
    read: ({ path, body }) => {
      const { image, images = [] } = body as { image?: Link; images?: Link[] };
      return path === "/v1/images/edits" ? dataUris([image, ...images].map((each) => each?.url)) : [];
    },
    notes: "each is billed",
  },
  stepOf: () => "submit",
  answer: (_, { bytes }) =>
    json(200, {
      data: [{ b64_json: base64(bytes), revised_prompt: "", respect_moderation: true }],
      usage: { cost_in_usd_ticks: 200_000_000 },
    }),
  reported: { amount: "0.02", unit: "USD" },
  refusals: [
    {
      name: "an image that was drawn, charged and withheld",
      answer: refusal(400, "imagine:content-moderated", "Generated image rejected by content moderation.", {
        usage: { cost_in_usd_ticks: 200_000_000 },
      }),
      kind: "content_blocked",
      charged: true,
    },
    {
      name: "an image that was withheld without a charge",
      answer: refusal(400, "imagine:content-moderated", "", { usage: { cost_in_usd_ticks: 0 } }),
      kind: "content_blocked",
    },
    {
      name: "an image that was withheld, and nobody says what it cost",
      answer: refusal(400, "imagine:content-moderated", ""),
      kind: "content_blocked",
      charged: null,
    },
    {
      name: "an image that was withheld, without its own code",
      answer: refusal(400, INVALID, "Generated image rejected by content moderation."),
      kind: "content_blocked",
      charged: null,
    },
    {
      name: "a prompt against the guidelines",
      answer: refusal(
        403,
        FORBIDDEN,
        "Content violates usage guidelines. Team: t1, Failed check: SAFETY_CHECK_TYPE_BIO",
      ),
      kind: "content_blocked",
      charged: null,
    },
    {
      name: "a wrong key",
      answer: refusal(
        400,
        INVALID,
        "Incorrect API key provided: xa***90. You can obtain one on the console.",
      ),
      kind: "provider_misconfigured",
    },
    {
      name: "a request without a key",
      answer: refusal(401, "unauthenticated:no-credentials", "No credentials provided."),
      kind: "provider_misconfigured",
    },
    { name: "a key without rights", answer: refusal(403, FORBIDDEN, ""), kind: "provider_misconfigured" },
    {
      name: "a team that has spent its credits",
      answer: refusal(
        403,
        FORBIDDEN,
        "Your team t1 has either used all available credits or reached its monthly spending limit.",
      ),
      kind: "credits_exhausted",
    },
    {
      name: "a team that has spent its credits, as a limit",
      answer: refusal(429, EXHAUSTED, "Your team t1 has either used all available credits or more."),
      kind: "credits_exhausted",
    },
    {
      name: "a team without credits",
      answer: refusal(403, FORBIDDEN, "Your newly created team doesn't have any credits or licenses yet."),
      kind: "credits_exhausted",
    },
    {
      name: "a limit with a wait",
      answer: refusal(429, EXHAUSTED, "Too many requests for team t1.", {}, { "Retry-After": "7" }),
      kind: "rate_limited",
      retryAfterMs: 7_000,
    },
    {
      name: "a model that is not there",
      answer: refusal(404, "Some requested entity was not found", "The model does not exist."),
      kind: "provider_misconfigured",
    },
    {
      name: "an argument that echoes the prompt",
      answer: refusal(400, INVALID, `Could not draw ${PROMPT}.`),
      kind: "provider_rejected",
    },
    {
      name: "an unknown argument named safety_identifier",
      answer: refusal(422, "invalid-argument", "Failed to deserialize: unknown field `safety_identifier`"),
      kind: "provider_rejected",
    },
    {
      name: "a body that it does not read",
      answer: () =>
        json(400, { error: { message: PROVIDER_WORDS, type: "invalid_request_error", code: 400 } }),
      kind: "provider_rejected",
    },
  ],
  ends: [
    {
      name: "an image that did not respect moderation",
      step: "submit",
      answer: () =>
        json(200, { data: [{ url: null, b64_json: null, respect_moderation: false }], usage: null }),
      kind: "content_blocked",
    },
    {
      name: "an answer without an image",
      step: "submit",
      answer: () => json(200, { data: [] }),
      kind: "no_image",
    },
  ],
  notes: "Charges for images that its moderation withholds",
};
