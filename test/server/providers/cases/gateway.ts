import { expect } from "vitest";
import { createGateway } from "@ai-sdk/gateway";
import { gateway as provider } from "../../../../src/server/models/providers/gateway.js";
import { API_KEY, PROMPT, PROVIDER_WORDS, base64, json } from "../ProviderCase.js";
import type { ProviderCase } from "../ProviderCase.js";
import { base64Pictures } from "../readPictures.js";

const RATIOS = {
  square: { aspectRatio: "1:1" },
  landscape: { aspectRatio: "16:9" },
  portrait: { aspectRatio: "9:16" },
};
const turned = (square: string, landscape: string) => ({
  square: { size: square },
  landscape: { size: landscape },
  portrait: { size: landscape.split("x").reverse().join("x") },
});

const refusal =
  (status: number, error: Record<string, unknown>, headers: Record<string, string> = {}) =>
  () =>
    json(
      status,
      {
        error: { message: PROVIDER_WORDS, code: String(status), param: null, ...error },
        generationId: "gen_1",
      },
      headers,
    );
/** What a vendor refused comes with the name of the vendor's error, and its own words. */
const vendorRefusal = (statusCode: number, message: string, headers: Record<string, string> = {}) => {
  const told = `${message} ${PROVIDER_WORDS}`;
  const type = "AI_APICallError";
  return refusal(
    statusCode,
    { message: told, type, param: { error: told, statusCode, name: type, message: told, type } },
    headers,
  );
};
const withoutImage = (providerMetadata: Record<string, unknown>) => () =>
  json(200, { images: [], isRetryable: false, warnings: [], providerMetadata });

/** AI Gateway of Vercel: one POST for every vendor's model, whose id comes in a header. */
export const gateway: ProviderCase = {
  provider,
  create: (origin, modelId) => createGateway({ apiKey: API_KEY, baseURL: `${origin}/v4/ai` }).image(modelId),
  options: {
    given: { gateway: { order: ["bedrock"] } },
    sends: {
      providerOptions: expect.objectContaining({ gateway: expect.objectContaining({ order: ["bedrock"] }) }),
    },
  },
  models: [
    {
      modelId: "google/gemini-2.5-flash-image",
      asked: RATIOS,
      delivers: { square: "1024x1024", landscape: "1344x768", portrait: "768x1344" },
    },
    { modelId: "openai/gpt-image-1.5", asked: turned("1024x1024", "1536x1024") },
    { modelId: "amazon/nova-canvas", asked: turned("1024x1024", "1280x720") },
    { modelId: "recraft/recraft-v3", asked: turned("1024x1024", "1820x1024") },
    { modelId: "recraft/recraft-v4.1", asked: turned("1024x1024", "1344x768") },
    { modelId: "recraft/recraft-v4.1-utility-pro", asked: turned("2048x2048", "2688x1536") },
    { modelId: "somebody/else", asked: RATIOS },
    { modelId: "constructor/shapes", asked: RATIOS },
  ],
  settings: {
    "openai/gpt-image-1.5": {
      quality: ["low", "providerOptions.openai.quality"],
      background: ["transparent", "providerOptions.openai.background"],
    },
    "openai/gpt-image-2.6-flare": {
      quality: ["low", "providerOptions.openai.quality"],
      complexity: ["medium", "providerOptions.openai.complexity"],
    },
    "amazon/nova-canvas": { seed: [7, "seed"] },
    "bfl/flux-2-flex": {
      seed: [7, "seed"],
      steps: [20, "providerOptions.blackForestLabs.steps"],
      guidance: [4.5, "providerOptions.blackForestLabs.guidance"],
    },
    "spacexai/grok-imagine-image-2.0": {
      quality: ["low", "providerOptions.xai.quality"],
      resolution: ["2k", "providerOptions.xai.resolution"],
    },
  },
  references: {
    models: {
      "google/gemini-2.5-flash-image": 3,
      "openai/gpt-image-1.5": 16,
      "openai/gpt-image-2.6-flare": 16,
      "amazon/nova-canvas": 5,
      "bfl/flux-2-flex": 8,
      "bytedance/seedream-4.5": 10,
      "spacexai/grok-imagine-image-2.0": 3,
    },
    read: ({ body }) => {
      const { files = [] } = body as { files?: { mediaType: string; data: string }[] };
      return files.flatMap(({ mediaType, data }) =>
        base64Pictures(data).map((picture) => ({ ...picture, mimeType: mediaType })),
      );
    },
    notes: "as the vendor's own model",
  },
  stepOf: () => "submit",
  answer: (_, { bytes }) =>
    json(200, {
      images: [base64(bytes)],
      warnings: [],
      providerMetadata: {
        google: { images: [{}] },
        gateway: { generationId: "gen_1", cost: "0.039", marketCost: "0.04" },
      },
      usage: { inputTokens: 10, outputTokens: 1_290, totalTokens: 1_300 },
    }),
  reported: { amount: "0.039", unit: "USD" },
  refusals: [
    {
      name: "a wrong key",
      answer: refusal(401, { type: "authentication_error" }),
      kind: "provider_misconfigured",
    },
    {
      name: "a rule that forbids the model",
      answer: refusal(403, { type: "forbidden", param: { ruleId: "rule_1" } }),
      kind: "provider_misconfigured",
    },
    {
      name: "a model that is not there",
      answer: refusal(404, { type: "model_not_found", param: { modelId: "somebody/else" } }),
      kind: "provider_misconfigured",
    },
    {
      name: "an empty account",
      answer: refusal(402, { type: "insufficient_funds" }),
      kind: "credits_exhausted",
    },
    {
      name: "an account without a card, which is a 403",
      answer: refusal(403, { type: "customer_verification_required" }),
      kind: "credits_exhausted",
    },
    {
      name: "a limit of the free credits",
      answer: refusal(
        429,
        {
          type: "rate_limit_exceeded",
          message: `Free credits are exhausted for now. Try again later, or purchase credits. ${PROVIDER_WORDS}`,
        },
        { "Retry-After": "9" },
      ),
      kind: "rate_limited",
      retryAfterMs: 9_000,
    },
    {
      name: "a vendor's limit",
      answer: vendorRefusal(429, "Too many requests.", { "retry-after-ms": "1500" }),
      kind: "rate_limited",
      retryAfterMs: 1_500,
    },
    {
      name: "a vendor's empty account",
      answer: vendorRefusal(429, "Insufficient balance or no resource package. Please recharge."),
      kind: "credits_exhausted",
    },
    {
      name: "a vendor's moderation",
      answer: vendorRefusal(400, "Your request was rejected by the safety system."),
      kind: "content_blocked",
    },
    {
      name: "a vendor's own body",
      answer: () => json(400, { error: { message: PROVIDER_WORDS, code: "moderation_blocked" } }),
      kind: "content_blocked",
    },
    {
      name: "a request that it does not take",
      answer: refusal(400, { type: "invalid_request_error" }),
      kind: "provider_rejected",
    },
    {
      name: "a 422 that echoes the prompt",
      answer: vendorRefusal(422, `Could not draw ${PROMPT}.`),
      kind: "provider_rejected",
    },
    {
      name: "a parameter named safety_tolerance",
      answer: refusal(400, {
        type: "invalid_request_error",
        param: "safety_tolerance",
        message: `Unknown parameter: 'safety_tolerance'. ${PROVIDER_WORDS}`,
      }),
      kind: "provider_rejected",
    },
    {
      name: "a refusal in another shape",
      answer: () => json(400, PROVIDER_WORDS),
      kind: "provider_rejected",
    },
  ],
  ends: [
    {
      name: "a vendor's finish reason",
      step: "submit",
      answer: withoutImage({ google: { images: [], finishReason: "IMAGE_SAFETY" }, gateway: { cost: "0" } }),
      kind: "content_blocked",
    },
    {
      name: "a finish reason that only the vendor's file knows",
      step: "submit",
      answer: withoutImage({ google: { images: [], finishReason: "IMAGE_RECITATION" }, gateway: {} }),
      kind: "content_blocked",
    },
    {
      name: "no image and no reason",
      step: "submit",
      answer: withoutImage({ gateway: {} }),
      kind: "no_image",
    },
    {
      name: "an answer of another shape",
      step: "submit",
      answer: () => json(200, { words: PROVIDER_WORDS }),
      kind: "provider_error",
    },
  ],
};
