import { ERROR_KINDS, ImageNodeError, isRetryable, problemSchema } from "image-generation-node/contract";
import { describe, expect, it } from "vitest";

describe("ERROR_KINDS", () => {
  it("holds every row of the contract's table", () => {
    const rows = Object.entries(ERROR_KINDS).map(([kind, { status }]) => `${status} ${kind}`);
    expect(rows).toHaveLength(38);
    expect(rows).toEqual(
      expect.arrayContaining([
        "400 invalid_json",
        "402 credits_exhausted",
        "410 link_expired",
        "422 missing_variable",
        "429 rate_limited",
        "504 timeout",
        "null network",
      ]),
    );
  });

  it.each([
    ["rate_limited", undefined, true],
    ["overloaded", null, true],
    ["provider_error", false, true],
    ["provider_error", null, false],
    ["provider_error", true, false],
    ["timeout", false, false],
    ["idempotency_in_progress", false, false],
    ["network", undefined, false],
  ] as const)("says of %s with charged %s: repeat %s", (kind, charged, repeat) => {
    expect(isRetryable(kind, charged)).toBe(repeat);
  });
});

describe("ImageNodeError", () => {
  it("takes status and retryable from the table", () => {
    const error = new ImageNodeError({ kind: "rate_limited", message: "Wait." });
    expect(error).toMatchObject({
      name: "ImageNodeError",
      kind: "rate_limited",
      status: 429,
      retryable: true,
      message: "Wait.",
    });
  });

  it("reads a problem of an unknown kind by its status and retryable", () => {
    const problem = problemSchema.parse({
      status: 418,
      kind: "teapot",
      retryable: true,
      reason: "tipped_over",
      detail: "Short and stout.",
      charged: null,
    });
    expect(ImageNodeError.fromProblem(problem)).toMatchObject({
      kind: "teapot",
      reason: "tipped_over",
      status: 418,
      retryable: true,
      charged: null,
    });
  });

  it("is recognised across copies of the package", () => {
    const foreign = new Error("from another copy");
    Object.defineProperty(foreign, Symbol.for("image-generation-node.error"), { value: true });
    expect(ImageNodeError.isInstance(foreign)).toBe(true);
    expect(ImageNodeError.isInstance(new ImageNodeError({ kind: "timeout" }))).toBe(true);
    expect(ImageNodeError.isInstance(new Error("other"))).toBe(false);
    expect(ImageNodeError.isInstance({ kind: "timeout" })).toBe(false);
  });

  it("keeps its cause", () => {
    const cause = new TypeError("below");
    expect(new ImageNodeError({ kind: "network", cause }).cause).toBe(cause);
  });
});
