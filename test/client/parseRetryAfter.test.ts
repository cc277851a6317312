import { describe, expect, it } from "vitest";
import { parseRetryAfter } from "../../src/client/wire/parseRetryAfter.js";
import { getPause, getPollPause } from "../../src/client/wire/withRetries.js";
import { ImageNodeError } from "../../src/contract/index.js";

describe("parseRetryAfter", () => {
  const now = Date.parse("1994-11-06T08:49:30Z");
  it.each<[string, number | undefined]>([
    ["120", 120_000],
    [" 5 ", 5000],
    ["Sun, 06 Nov 1994 08:49:37 GMT", 7000],
    ["Sunday, 06-Nov-94 08:49:37 GMT", 7000],
    ["Sun Nov  6 08:49:37 1994", 7000],
    ["-1", undefined],
    ["1.5", undefined],
    ["1e3", undefined],
    ["", undefined],
    ["2030", 2_030_000],
    ["Sun, 99 Nov 1994 08:49:37 GMT", undefined],
  ])("reads %j as %s", (value, expected) => {
    expect(parseRetryAfter(new Headers({ "Retry-After": value }), now)).toBe(expected);
  });

  it("is undefined where there is none", () => {
    expect(parseRetryAfter(new Headers(), now)).toBeUndefined();
  });
});

describe("pauses", () => {
  it("double, and spread over half of themselves", () => {
    const error = new ImageNodeError({ kind: "network" });
    expect([0, 1].map((repeats) => [getPause(error, repeats, 0), getPause(error, repeats, 1)])).toEqual([
      [250, 500],
      [500, 1000],
    ]);
  });

  it("are never shorter than what the back end asked for", () => {
    const error = new ImageNodeError({ kind: "rate_limited", retryAfterMs: 2000 });
    expect(getPause(error, 0, 0)).toBe(2000);
    expect(getPause(error, 0, 0.999)).toBeGreaterThan(2000);
    expect(getPause(error, 0, 1)).toBeLessThanOrEqual(2250);
  });

  it("between two looks are bounded on both sides", () => {
    expect([0, undefined, 99_999_999].map((ms) => getPollPause(ms, 0))).toEqual([100, 1000, 30_000]);
  });
});
