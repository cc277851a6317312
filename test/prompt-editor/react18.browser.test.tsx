import { version } from "react";
import { version as domVersion } from "react-dom";
import { describe, expect, it } from "vitest";

describe("the React that these tests run with", () => {
  it("is the one that the project names", () => {
    const expected = (import.meta as unknown as { env: Record<string, string> }).env.EXPECTED_REACT ?? "19.";
    for (const found of [version, domVersion]) expect(found.startsWith(expected), found).toBe(true);
  });
});
