import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allFuzz } from "./fuzz/allFuzz.js";
import { createFuzz, hold } from "./fuzz/Fuzz.js";

describe("for any input", () => {
  it.each(allFuzz().map((fuzz) => [fuzz.name, fuzz] as const))("%s", async (_, fuzz) => {
    await fuzz.check({ numRuns: 150 });
  });

  it("would report the smallest input that breaks a rule, with its seed", async () => {
    const broken = createFuzz("no text holds a brace", fc.string(), (text) =>
      hold(!text.includes("{"), "none"),
    );
    await expect(broken.check({ numRuns: 5000, seed: 1 })).rejects.toThrow(
      /seed: 1[\s\S]*Counterexample: \["\{"\]/,
    );
  });
});
