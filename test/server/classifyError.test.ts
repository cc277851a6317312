import { APICallError, LoadAPIKeyError, NoImageGeneratedError, RetryError } from "ai";
import { describe, expect, it } from "vitest";
import { ImageNodeError } from "image-generation-node/contract";
import { amazonBedrock } from "../../src/server/models/providers/amazonBedrock.js";
import { classifyError } from "../../src/server/stages/classifyError.js";

function answered(statusCode: number, responseBody = "", responseHeaders: Record<string, string> = {}) {
  return new APICallError({
    message: "Request failed",
    url: "https://provider.test/v1/images",
    requestBodyValues: {},
    statusCode,
    responseBody,
    responseHeaders,
  });
}

function named(name: string, message = "failed", more: Record<string, unknown> = {}) {
  return Object.assign(new Error(message), { name, ...more });
}

const MODERATION = JSON.stringify({
  error: { code: "moderation_blocked", message: "Your request was rejected." },
});
const QUOTA = JSON.stringify({ error: { code: "insufficient_quota" } });

describe("classifyError", () => {
  it.each([
    ["rejected credentials", answered(401, "Incorrect API key sk-abc"), "provider_misconfigured", false],
    ["credentials that may not", answered(403), "provider_misconfigured", false],
    ["a model that is not there", answered(404), "provider_misconfigured", false],
    ["a 403 of the moderation", answered(403, MODERATION), "content_blocked", false],
    ["a 400 of the moderation", answered(400, MODERATION), "content_blocked", false],
    ["a 400 of the validation", answered(400, "size is not supported"), "provider_rejected", false],
    ["a 422", answered(422), "provider_rejected", false],
    ["payment required", answered(402), "credits_exhausted", false],
    ["a 429 for want of credits", answered(429, QUOTA), "credits_exhausted", false],
    ["a 429", answered(429), "rate_limited", false],
    ["a 424, behind which somebody may have drawn", answered(424), "provider_error", null],
    ["a 500", answered(500), "provider_error", null],
    ["a 503", answered(503), "provider_error", null],
    ["a success that is cut", answered(200), "provider_error", null],
    [
      "the last try of a retry",
      new RetryError({ message: "", reason: "maxRetriesExceeded", errors: [answered(401)] }),
      "provider_misconfigured",
      false,
    ],
    ["no image", new NoImageGeneratedError({}), "no_image", null],
    ["a missing key", new LoadAPIKeyError({ message: "OPENAI_API_KEY" }), "provider_misconfigured", false],
    [
      "a refused connection",
      new TypeError("fetch failed", { cause: named("Error", "x", { code: "ECONNREFUSED" }) }),
      "provider_error",
      false,
    ],
    [
      "a name that nobody knows, behind a status that the package made up",
      named("GatewayResponseError", "x", {
        statusCode: 500,
        cause: new TypeError("fetch failed", { cause: named("Error", "x", { code: "ENOTFOUND" }) }),
      }),
      "provider_error",
      false,
    ],
    [
      "credentials that are not there",
      named("CredentialUnavailableError", "no managed identity"),
      "provider_misconfigured",
      false,
    ],
    [
      "a cut connection",
      new TypeError("fetch failed", { cause: named("Error", "x", { code: "ECONNRESET" }) }),
      "provider_error",
      null,
    ],
    ["an abort of the provider's own", named("AbortError"), "provider_error", null],
    ["a text", "boom", "provider_error", null],
    ["nothing", undefined, "provider_error", null],
    [
      "an outcome that the model names",
      new ImageNodeError({ kind: "credits_exhausted", charged: false }),
      "credits_exhausted",
      false,
    ],
  ] as const)("calls %s by its kind", (_, error, kind, charged) => {
    expect(classifyError(error)).toMatchObject({ kind, charged });
  });

  it("does not take a provider's words for those of a package that sent nothing", () => {
    const message = "AWS credential provider failed: it is drawn all the same";
    const answer = Object.assign(answered(500), { message });
    expect(classifyError(answer, { provider: amazonBedrock })).toEqual({
      kind: "provider_error",
      charged: null,
    });
    expect(classifyError(new Error(message), { provider: amazonBedrock })).toEqual({
      kind: "provider_misconfigured",
      charged: false,
    });
  });

  it.each([
    ["seconds", "7", 7_000],
    ["a fraction", "1.5", 1_500],
    ["nonsense", "soon", 5_000],
    ["a negative number", "-4", 5_000],
    ["more than an hour", "999999", 3_600_000],
  ])("reads Retry-After as %s", (_, value, retryAfterMs) => {
    expect(classifyError(answered(429, "", { "retry-after": value })).retryAfterMs).toBe(retryAfterMs);
  });

  it("reads Retry-After as a date", () => {
    const date = new Date(Date.now() + 20_000).toUTCString();
    const { retryAfterMs = 0 } = classifyError(answered(429, "", { "retry-after": date }));
    expect(retryAfterMs).toBeGreaterThan(15_000);
    expect(retryAfterMs).toBeLessThanOrEqual(20_000);
  });

  it("survives an error whose members throw", () => {
    const error = Object.defineProperty({}, "cause", {
      get() {
        throw new Error("no");
      },
    });
    expect(classifyError(error).kind).toBe("provider_error");
  });
});
