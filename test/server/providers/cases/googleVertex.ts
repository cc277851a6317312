import { expect } from "vitest";
import { createGoogleVertex } from "@ai-sdk/google-vertex";
import { googleVertex as provider } from "../../../../src/server/models/providers/googleVertex.js";
import { API_KEY } from "../ProviderCase.js";
import type { ProviderCase } from "../ProviderCase.js";
import {
  GEMINI_MODELS,
  GEMINI_REFERENCES,
  GEMINI_SETTINGS,
  GOOGLE_ENDS,
  GOOGLE_REFUSALS,
  geminiImage,
  googleError,
} from "./google.js";

/** Google Vertex AI: the models of Gemini; its package drops why there is no image. */
export const googleVertex: ProviderCase = {
  provider,
  create: (origin, modelId) =>
    createGoogleVertex({ apiKey: API_KEY, baseURL: `${origin}/v1/publishers/google` }).image(modelId),
  options: {
    given: { googleVertex: { imageConfig: { imageSize: "2K" } } },
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
  refusals: [
    ...GOOGLE_REFUSALS,
    {
      name: "a token that has run out",
      answer: googleError(401, "UNAUTHENTICATED", [{ reason: "ACCESS_TOKEN_EXPIRED" }]),
      kind: "provider_misconfigured",
    },
  ],
  ends: GOOGLE_ENDS,
};
