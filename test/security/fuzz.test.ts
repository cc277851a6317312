import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { resolveTemplate } from "image-generation-node/template";
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

describe("what fuzzing found", () => {
  it("a list in the place of the variables counts as none: it has no slugs", () => {
    const { text, diagnostics } = resolveTemplate("{{[0]}}", ["first"]);
    expect(text).toBe("{{[0]}}");
    expect(diagnostics.map(({ code }) => code)).toEqual(["missing_variable"]);
  });
});
