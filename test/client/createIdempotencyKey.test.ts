import { describe, expect, it } from "vitest";
import { createIdempotencyKey, isIdempotencyKey } from "../../src/client/wire/createIdempotencyKey.js";

describe("idempotency keys", () => {
  it("are new each time and in the contract's alphabet", () => {
    const keys = new Set(Array.from({ length: 200 }, createIdempotencyKey));
    expect(keys.size).toBe(200);
    for (const key of keys) expect(key).toMatch(/^[0-9a-f]{32}$/);
  });

  it.each([
    ["", false],
    ["a", true],
    ["a b", false],
    ["ä", false],
    ["x".repeat(255), true],
    ["x".repeat(256), false],
    ["a\r\nB: c", false],
  ])("%j is one: %s", (key, expected) => {
    expect(isIdempotencyKey(key)).toBe(expected);
  });
});
