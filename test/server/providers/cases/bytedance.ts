import { createByteDance } from "@ai-sdk/bytedance";
import { bytedance as provider } from "../../../../src/server/models/providers/bytedance.js";
import { API_KEY, PROMPT, PROVIDER_WORDS, base64, json } from "../ProviderCase.js";
import type { ModelCase, ProviderCase } from "../ProviderCase.js";
import { dataUris } from "../readPictures.js";

const refusal =
  (
    status: number,
    code: string,
    { message = "", type = "BadRequest" } = {},
    headers: Record<string, string> = {},
  ) =>
  () =>
    json(status, { error: { code, message: `${message} ${PROVIDER_WORDS}`, param: "", type } }, headers);
const model = (modelId: string): ModelCase => ({
  modelId,
  asked: {
    square: { size: "2048x2048", response_format: "b64_json" },
    landscape: { size: "2560x1440" },
    portrait: { size: "1440x2560" },
  },
});

/** ByteDance: one POST, the image as base64, by a package of an older specification. */
export const bytedance: ProviderCase = {
  provider,
  create: (origin, modelId) =>
    createByteDance({ apiKey: API_KEY, baseURL: `${origin}/api/v3` }).image(modelId),
  options: { given: { bytedance: { watermark: false } }, sends: { watermark: false } },
  models: [
    model("seedream-4-5-251128"),
    model("seedream-4-0-250828"),
    model("seedream-5-0-260128"),
    model("seedream-5-0-lite-260128"),
    model("dola-seedream-5-0-pro-260628"),
    {
      modelId: "seedream-3-0-t2i-250415",
      asked: {
        square: { size: "1024x1024" },
        landscape: { size: "1280x720" },
        portrait: { size: "720x1280" },
      },
    },
  ],
  settings: {
    "seedream-3-0-t2i-250415": { seed: [7, "seed"], guidance: [2.5, "guidance_scale"] },
  },
  references: {
    models: {
      "seedream-4-5-251128": 10,
      "seedream-4-0-250828": 10,
      "seedream-5-0-260128": 10,
      "seedream-5-0-lite-260128": 10,
      "dola-seedream-5-0-pro-260628": 10,
    },
    read: ({ body }) => dataUris((body as { image?: unknown }).image),
  },
  stepOf: () => "submit",
  answer: (_, { bytes }) =>
    json(200, {
      model: "seedream",
      created: 1,
      data: [{ b64_json: base64(bytes), size: "2048x2048" }],
      usage: { generated_images: 1, output_tokens: 16_384, total_tokens: 16_384 },
    }),
  refusals: [
    {
      name: "moderation of the prompt",
      answer: refusal(400, "InputTextSensitiveContentDetected"),
      kind: "content_blocked",
    },
    {
      name: "moderation of the image",
      answer: refusal(400, "OutputImageSensitiveContentDetected.PolicyViolation"),
      kind: "content_blocked",
    },
    { name: "a risk of the prompt", answer: refusal(400, "InputTextRiskDetection"), kind: "content_blocked" },
    {
      name: "a check of content",
      answer: refusal(400, "ContentSecurityDetectionError"),
      kind: "content_blocked",
    },
    {
      name: "a wrong key",
      answer: refusal(401, "AuthenticationError", { type: "Unauthorized" }),
      kind: "provider_misconfigured",
    },
    {
      name: "a key without rights",
      answer: refusal(403, "AccessDenied", { type: "Forbidden" }),
      kind: "provider_misconfigured",
    },
    {
      name: "an account that owes",
      answer: refusal(403, "AccountOverdueError", { type: "Forbidden" }),
      kind: "credits_exhausted",
    },
    {
      name: "a service that is owed",
      answer: refusal(400, "OperationDenied.ServiceOverdue"),
      kind: "credits_exhausted",
    },
    {
      name: "a free quota that is used up",
      answer: refusal(429, "QuotaExceeded", { type: "TooManyRequests" }),
      kind: "credits_exhausted",
    },
    {
      name: "a limit that the account set",
      answer: refusal(429, "SetLimitExceeded", { type: "TooManyRequests" }),
      kind: "credits_exhausted",
    },
    {
      name: "a limit with a wait",
      answer: refusal(
        429,
        "RateLimitExceeded.EndpointRPMExceeded",
        { type: "TooManyRequests" },
        { "Retry-After": "8" },
      ),
      kind: "rate_limited",
      retryAfterMs: 8_000,
    },
    {
      name: "images a minute without a wait",
      answer: refusal(429, "ModelAccountIpmRateLimitExceeded", { type: "TooManyRequests" }),
      kind: "rate_limited",
      retryAfterMs: 5_000,
    },
    {
      name: "servers that are busy",
      answer: refusal(429, "ServerOverloaded", { type: "TooManyRequests" }),
      kind: "overloaded",
    },
    {
      name: "a model that was not activated",
      answer: refusal(404, "ModelNotOpen", { type: "NotFound" }),
      kind: "provider_misconfigured",
    },
    {
      name: "a size that it does not take",
      answer: refusal(400, "InvalidParameter", { message: "image size must be at least 3686400 pixels" }),
      kind: "provider_rejected",
    },
    {
      name: "a parameter that echoes the prompt",
      answer: refusal(400, "InvalidParameter", { message: `Could not read ${PROMPT}.` }),
      kind: "provider_rejected",
    },
  ],
  ends: [
    {
      name: "an error in the place of the image",
      step: "submit",
      answer: () =>
        json(200, {
          data: [{ error: { code: "OutputImageSensitiveContentDetected", message: PROVIDER_WORDS } }],
        }),
      kind: "content_blocked",
    },
    {
      name: "another error in the place of the image",
      step: "submit",
      answer: () =>
        json(200, { data: [{ error: { code: "InternalServiceError", message: PROVIDER_WORDS } }] }),
      kind: "provider_error",
    },
  ],
};
