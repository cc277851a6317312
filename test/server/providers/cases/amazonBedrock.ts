import { expect } from "vitest";
import { createAmazonBedrock } from "@ai-sdk/amazon-bedrock";
import { amazonBedrock as provider } from "../../../../src/server/models/providers/amazonBedrock.js";
import { API_KEY, PROMPT, PROVIDER_WORDS, base64, json } from "../ProviderCase.js";
import type { ProviderCase, SettingCases } from "../ProviderCase.js";
import { base64Pictures } from "../readPictures.js";

const asked = (width: number, height: number) => ({
  imageGenerationConfig: expect.objectContaining({ width, height }),
});
/** The exception's name comes in a header, with an address behind it. */
const exception =
  (status: number, name: string, message = PROVIDER_WORDS, headers: Record<string, string> = {}) =>
  () =>
    json(
      status,
      { message: `${message} ${PROVIDER_WORDS}` },
      { "x-amzn-ErrorType": `${name}:http://internal.amazon.com/coral/com.amazon.bedrock/`, ...headers },
    );

const NOVA: SettingCases = {
  quality: ["premium", "imageGenerationConfig.quality"],
  seed: [7, "imageGenerationConfig.seed"],
  negative_prompt: ["people", "textToImageParams.negativeText"],
  guidance: [7.5, "imageGenerationConfig.cfgScale"],
};

/** Amazon Bedrock: one POST to the model, the image as base64. */
export const amazonBedrock: ProviderCase = {
  provider,
  create: (origin, modelId) =>
    createAmazonBedrock({ apiKey: API_KEY, region: "us-east-1", baseURL: origin }).image(modelId),
  options: {
    given: { amazonBedrock: { quality: "premium" } },
    sends: { imageGenerationConfig: expect.objectContaining({ quality: "premium" }) },
  },
  models: [
    {
      modelId: "amazon.nova-canvas-v1:0",
      asked: { square: asked(1024, 1024), landscape: asked(1280, 720), portrait: asked(720, 1280) },
      delivers: { square: "1024x1024", landscape: "1280x720", portrait: "720x1280" },
    },
    {
      modelId: "amazon.titan-image-generator-v2:0",
      asked: { square: asked(1024, 1024), landscape: asked(1152, 640), portrait: asked(640, 1152) },
      delivers: { square: "1024x1024", landscape: "1152x640", portrait: "640x1152" },
    },
  ],
  settings: {
    "amazon.nova-canvas-v1:0": NOVA,
    "amazon.titan-image-generator-v2:0": NOVA,
  },
  references: {
    models: { "amazon.nova-canvas-v1:0": 5 },
    read: ({ body }) => {
      const { taskType, imageVariationParams } = body as Readonly<Record<string, unknown>>;
      const { images, text } = Object(imageVariationParams) as { images?: string[]; text?: string };
      return taskType === "IMAGE_VARIATION" && text === PROMPT ? base64Pictures(images) : [];
    },
    notes: "a variation",
  },
  stepOf: () => "submit",
  answer: (_, { bytes }) => json(200, { images: [base64(bytes)] }),
  refusals: [
    {
      name: "a prompt that its filters block",
      answer: exception(
        400,
        "ValidationException",
        "This request has been blocked by our content filters. Please adjust your text prompt.",
      ),
      kind: "content_blocked",
    },
    {
      name: "a prompt against the policy",
      answer: exception(
        400,
        "ValidationException",
        "Content in the text is flagged by Responsible AI Policy.",
      ),
      kind: "content_blocked",
    },
    {
      name: "a wrong key",
      answer: exception(403, "AccessDeniedException"),
      kind: "provider_misconfigured",
    },
    {
      name: "a wrong key without a name",
      answer: () => json(403, { Message: PROVIDER_WORDS }),
      kind: "provider_misconfigured",
    },
    {
      name: "a signature that is not whole",
      answer: exception(400, "IncompleteSignatureException"),
      kind: "provider_misconfigured",
    },
    {
      name: "an account that cannot pay",
      answer: exception(
        403,
        "AccessDeniedException",
        "Model access is denied due to INVALID_PAYMENT_INSTRUMENT: a valid payment instrument must be provided.",
      ),
      kind: "credits_exhausted",
    },
    {
      name: "a limit with a wait",
      answer: exception(429, "ThrottlingException", "Too many requests.", { "Retry-After": "7" }),
      kind: "rate_limited",
      retryAfterMs: 7_000,
    },
    {
      name: "a limit without a wait",
      answer: exception(429, "ThrottlingException", "Too many tokens per day, please wait."),
      kind: "rate_limited",
      retryAfterMs: 5_000,
    },
    {
      name: "a throttling that is a 400",
      answer: exception(400, "ThrottlingException"),
      kind: "rate_limited",
    },
    {
      name: "a quota of the account, which is a 400",
      answer: () => json(400, { __type: "ServiceQuotaExceededException", message: PROVIDER_WORDS }),
      kind: "rate_limited",
    },
    {
      name: "a model that is not there",
      answer: exception(404, "ResourceNotFoundException"),
      kind: "provider_misconfigured",
    },
    {
      name: "an id that is none, which is a 400",
      answer: exception(400, "ValidationException", "The provided model identifier is invalid."),
      kind: "provider_misconfigured",
    },
    {
      name: "a size that it does not take, with the prompt in its text",
      answer: exception(400, "ValidationException", `Malformed input request: ${PROMPT}: width is not valid`),
      kind: "provider_rejected",
    },
    {
      name: "a parameter named safety_tolerance",
      answer: exception(
        400,
        "ValidationException",
        "Malformed input request: extraneous key [safety_tolerance] is not permitted",
      ),
      kind: "provider_rejected",
    },
  ],
  ends: [
    {
      name: "an image that its filters block",
      step: "submit",
      answer: () =>
        json(200, {
          images: [],
          error: `All of the generated images have been blocked by our content filters. ${PROVIDER_WORDS}`,
        }),
      kind: "content_blocked",
    },
    {
      name: "a request that was moderated",
      step: "submit",
      answer: () =>
        json(200, {
          status: "Request Moderated",
          details: { "Moderation Reasons": [PROVIDER_WORDS] },
        }),
      kind: "content_blocked",
    },
    {
      name: "an answer without an image",
      step: "submit",
      answer: () => json(200, { images: [], error: PROVIDER_WORDS }),
      kind: "provider_error",
    },
    {
      name: "an answer that is no JSON",
      step: "submit",
      answer: () => new Response(PROVIDER_WORDS, { headers: { "Content-Type": "application/json" } }),
      kind: "provider_error",
    },
  ],
};
