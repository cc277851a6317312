import { expect } from "vitest";
import { createGoogle } from "@ai-sdk/google";
import { google as provider } from "../../../../src/server/models/providers/google.js";
import { API_KEY, PROMPT, PROVIDER_WORDS, base64, json } from "../ProviderCase.js";
import type {
  AnswerCase,
  FakeImage,
  ModelCase,
  ProviderCase,
  Step,
  ReferenceCases,
} from "../ProviderCase.js";
import { base64Pictures } from "../readPictures.js";

const asked = (aspectRatio: string) => ({
  generationConfig: expect.objectContaining({ imageConfig: { aspectRatio } }),
});
const ASKED: ModelCase["asked"] = {
  square: asked("1:1"),
  landscape: asked("16:9"),
  portrait: asked("9:16"),
};

/** Models of Gemini, wherever Google offers them. */
export const GEMINI_MODELS: readonly ModelCase[] = [
  {
    modelId: "gemini-2.5-flash-image",
    asked: ASKED,
    delivers: { square: "1024x1024", landscape: "1344x768", portrait: "768x1344" },
  },
  ...["gemini-3-pro-image-preview", "gemini-3.1-flash-image-preview", "gemini-nano-banana-2.1"].map(
    (modelId): ModelCase => ({
      modelId,
      asked: ASKED,
      delivers: { square: "2048x2048", landscape: "2752x1536", portrait: "768x1376" },
    }),
  ),
];

/** Settings of the models of both of Google's services. */
export const GEMINI_SETTINGS: ProviderCase["settings"] = {
  "gemini-3-pro-image-preview": { resolution: ["4K", "generationConfig.imageConfig.imageSize"] },
  "gemini-3.1-flash-image-preview": { resolution: ["512", "generationConfig.imageConfig.imageSize"] },
};

/** Pictures that the models of both of Google's services take. */
export const GEMINI_REFERENCES: ReferenceCases = {
  models: {
    "gemini-2.5-flash-image": 3,
    "gemini-nano-banana-2.1": 3,
    "gemini-3-pro-image-preview": 14,
    "gemini-3.1-flash-image-preview": 14,
  },
  read: ({ body }) => {
    const { contents } = body as {
      contents: { parts: { inlineData?: { mimeType: string; data: string } }[] }[];
    };
    return contents.flatMap(({ parts }) =>
      parts.flatMap(({ inlineData }) =>
        inlineData
          ? base64Pictures(inlineData.data).map((picture) => ({ ...picture, mimeType: inlineData.mimeType }))
          : [],
      ),
    );
  },
};

/** Answers as Gemini does with an image. */
export function geminiImage({ bytes, mimeType }: FakeImage): Response {
  return json(200, {
    candidates: [
      {
        content: { role: "model", parts: [{ inlineData: { mimeType, data: base64(bytes) } }] },
        finishReason: "STOP",
      },
    ],
    usageMetadata: { promptTokenCount: 10, candidatesTokenCount: 1_290, totalTokenCount: 1_300 },
  });
}

/** Answers in the format of Google's errors. */
export function googleError(
  code: number,
  status: string,
  details: readonly Record<string, unknown>[] = [],
  message = PROVIDER_WORDS,
): () => Response {
  return () => json(code, { error: { code, message: `${message} ${PROVIDER_WORDS}`, status, details } });
}

const reason = (name: string) => ({
  "@type": "type.googleapis.com/google.rpc.ErrorInfo",
  reason: name,
  domain: "googleapis.com",
  metadata: { service: "generativelanguage.googleapis.com" },
});

/** Refusals that both of Google's services know. */
export const GOOGLE_REFUSALS: readonly AnswerCase[] = [
  {
    name: "a wrong key, which is a 400",
    answer: googleError(400, "INVALID_ARGUMENT", [reason("API_KEY_INVALID")]),
    kind: "provider_misconfigured",
  },
  {
    name: "a key that may not",
    answer: googleError(403, "PERMISSION_DENIED", [reason("API_KEY_SERVICE_BLOCKED")]),
    kind: "provider_misconfigured",
  },
  {
    name: "a country that has no free plan",
    answer: googleError(
      400,
      "FAILED_PRECONDITION",
      [],
      "The free tier is not available in your country. Please enable billing on your project.",
    ),
    kind: "provider_misconfigured",
  },
  {
    name: "a model that is not there",
    answer: googleError(404, "NOT_FOUND"),
    kind: "provider_misconfigured",
  },
  {
    name: "a project without billing",
    answer: googleError(403, "PERMISSION_DENIED", [reason("BILLING_DISABLED")]),
    kind: "credits_exhausted",
  },
  {
    name: "a minute's limit whose text names the billing",
    answer: googleError(
      429,
      "RESOURCE_EXHAUSTED",
      [
        {
          "@type": "type.googleapis.com/google.rpc.QuotaFailure",
          violations: [{ quotaId: "GenerateRequestsPerMinutePerProjectPerModel", quotaValue: "10" }],
        },
        { "@type": "type.googleapis.com/google.rpc.RetryInfo", retryDelay: "32.5s" },
      ],
      "You exceeded your current quota, please check your plan and billing details. Your credits are depleted.",
    ),
    kind: "rate_limited",
    retryAfterMs: 32_500,
  },
  {
    name: "a limit without a wait",
    answer: googleError(
      429,
      "RESOURCE_EXHAUSTED",
      [],
      "You exceeded your current quota, please check your plan and billing details.",
    ),
    kind: "rate_limited",
    retryAfterMs: 5_000,
  },
  {
    name: "prepaid credits that are used up",
    answer: googleError(429, "RESOURCE_EXHAUSTED", [], "Your prepayment credits are depleted."),
    kind: "credits_exhausted",
  },
  {
    name: "a spending cap",
    answer: googleError(429, "RESOURCE_EXHAUSTED", [], "Your project has exceeded its monthly spending cap."),
    kind: "credits_exhausted",
  },
  {
    name: "sensitive words",
    answer: googleError(
      400,
      "INVALID_ARGUMENT",
      [],
      "The prompt contains sensitive words that violate Google's Responsible AI practices.",
    ),
    kind: "content_blocked",
  },
  {
    name: "a bad request that echoes the prompt",
    answer: googleError(400, "INVALID_ARGUMENT", [], `Invalid value at contents: "${PROMPT}"`),
    kind: "provider_rejected",
  },
  {
    name: "a parameter named safety_settings",
    answer: googleError(
      400,
      "INVALID_ARGUMENT",
      [
        {
          "@type": "type.googleapis.com/google.rpc.BadRequest",
          fieldViolations: [{ field: "safety_settings[0]", description: "Invalid safety_settings" }],
        },
      ],
      "Invalid value at 'safety_settings[0].threshold'",
    ),
    kind: "provider_rejected",
  },
];

const without = (finishReason: string, more: Record<string, unknown> = {}) => ({
  name: `the finish reason ${finishReason}`,
  step: "submit" as Step,
  answer: () =>
    json(200, {
      candidates: [{ finishReason, finishMessage: PROVIDER_WORDS, index: 0, ...more }],
      usageMetadata: { promptTokenCount: 10, totalTokenCount: 10 },
    }),
});
const blockedPrompt = (blockReason: string) => ({
  name: `the block reason ${blockReason}`,
  step: "submit" as Step,
  answer: () =>
    json(200, {
      promptFeedback: { blockReason, blockReasonMessage: PROVIDER_WORDS },
      usageMetadata: { promptTokenCount: 10, totalTokenCount: 10 },
    }),
});

/** Ends after a request was taken, of both of Google's services. */
export const GOOGLE_ENDS: NonNullable<ProviderCase["ends"]> = [
  ...["IMAGE_SAFETY", "PROHIBITED_CONTENT", "IMAGE_PROHIBITED_CONTENT", "BLOCKLIST", "SPII", "SAFETY"].map(
    (each) => ({ ...without(each), kind: "content_blocked" as const }),
  ),
  { ...without("IMAGE_RECITATION"), kind: "content_blocked" },
  { ...without("MODEL_ARMOR"), kind: "content_blocked" },
  ...["PROHIBITED_CONTENT", "OTHER", "IMAGE_SAFETY"].map((each) => ({
    ...blockedPrompt(each),
    kind: "content_blocked" as const,
  })),
  { ...blockedPrompt("BLOCK_REASON_UNSPECIFIED"), kind: "no_image" },
  {
    ...without("OTHER", {
      safetyRatings: [{ category: "HARM_CATEGORY_HATE_SPEECH", probability: "HIGH", blocked: true }],
    }),
    name: "a rating that blocked",
    kind: "content_blocked",
  },
  { ...without("NO_IMAGE"), kind: "no_image" },
  {
    ...without("STOP", { content: { role: "model", parts: [{ text: `No ${PROMPT}. ${PROVIDER_WORDS}` }] } }),
    name: "words instead of an image",
    kind: "no_image",
  },
];

/** Google's Gemini API: one POST, the image as base64 in a part of the answer. */
export const google: ProviderCase = {
  provider,
  create: (origin, modelId) => createGoogle({ apiKey: API_KEY, baseURL: `${origin}/v1beta` }).image(modelId),
  options: {
    given: { google: { imageConfig: { imageSize: "2K" } } },
    sends: {
      generationConfig: expect.objectContaining({
        imageConfig: expect.objectContaining({ imageSize: "2K" }),
      }),
    },
  },
  models: GEMINI_MODELS,
  settings: GEMINI_SETTINGS,
  references: GEMINI_REFERENCES,
  stepOf: () => "submit",
  answer: (_, image) => geminiImage(image),
  reported: { amount: "1300", unit: "tokens" },
  refusals: GOOGLE_REFUSALS,
  ends: GOOGLE_ENDS,
};
