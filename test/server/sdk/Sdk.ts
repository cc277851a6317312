import type { APICallError } from "ai";
import type { MockImageModelV4, MockLanguageModelV4 } from "ai/test";
import { createImage } from "../testBackend.js";

export type ImageCall = MockImageModelV4["doGenerate"];
export type ImageAnswer = Awaited<ReturnType<ImageCall>>;
export type TextAnswer = Awaited<ReturnType<MockLanguageModelV4["doGenerate"]>>;

/** One major of the AI SDK, by its own mocks and errors. */
export interface Sdk {
  readonly ImageModel: typeof MockImageModelV4;
  readonly LanguageModel: typeof MockLanguageModelV4;
  readonly APICallError: typeof APICallError;
}

export async function imageAnswer(
  width: number,
  height: number,
  more: Partial<ImageAnswer> = {},
): Promise<ImageAnswer> {
  return {
    images: [await createImage(width, height)],
    warnings: [],
    response: { timestamp: new Date(), modelId: "mock", headers: {} },
    ...more,
  };
}

export function textAnswer(
  text: string,
  finish: "stop" | "content-filter" | "length" | "error" = "stop",
): TextAnswer {
  return {
    content: [{ type: "text", text }],
    finishReason: { unified: finish, raw: finish },
    usage: {
      inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
      outputTokens: { total: 1, text: 1, reasoning: 0 },
    },
    warnings: [],
  };
}

/** What a provider says that must never be shown. */
export const PROVIDER_WORDS = "Incorrect API key provided: sk-proj-abcdefghijklmnop";

/** A failure as a provider's model throws it. */
export function refused(
  { APICallError: ApiError }: Sdk,
  statusCode: number,
  more: { responseBody?: string; responseHeaders?: Record<string, string> } = {},
) {
  return new ApiError({
    message: PROVIDER_WORDS,
    url: "x:",
    // The body that `body()` of the test back end leads to.
    requestBodyValues: { prompt: "A red fox" },
    statusCode,
    ...more,
  });
}
