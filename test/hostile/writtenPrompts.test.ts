import { growthOf } from "./countSteps.js";
import { describe, expect, it } from "vitest";
import { readWrittenPrompt } from "../../src/server/stages/readWrittenPrompt.js";

/** From an input of size n to one of size 4n. */
const LINEAR = 8;

describe("what a language model wrote", () => {
  const WRITTEN: [string, (size: number) => string][] = [
    ["thoughts that never end", (n) => "<think>".repeat(n)],
    ["ends without a beginning", (n) => "a</think>".repeat(n)],
    ["thoughts one after the other", (n) => "<think>a</think>b".repeat(n)],
    ["thoughts within thoughts", (n) => `${"<think>".repeat(n)}${"</think>".repeat(n)}`],
    ["fences", (n) => "\n```".repeat(n)],
    ["line breaks", (n) => `Sure!${"\n".repeat(n)}`],
    ["colons", (n) => "Here is the prompt:".repeat(n)],
    ["labels", (n) => "the final image prompt".repeat(n)],
    ["words of a label", (n) => `${"final image ".repeat(n)}x`],
    ["braces", (n) => "{".repeat(n)],
    ["broken JSON", (n) => `{"prompt":"${'\\"'.repeat(n)}`],
    ["quotation marks", (n) => '"'.repeat(n)],
    ["marks of all kinds", (n) => `${"“".repeat(n)}a${"”".repeat(n)}`],
    ["spaces", (n) => `prompt${" ".repeat(n)}x`],
  ];

  it.each(WRITTEN)("is read in linear time: %s", async (_, write) => {
    expect(await growthOf((size) => readWrittenPrompt(write(size)), 1_000)).toBeLessThan(LINEAR);
  });

  // Regular expressions and built-in functions are not counted; a quadratic one would take minutes here.
  it.each(WRITTEN)("is read at once, however long: %s", (_, write) => {
    expect(readWrittenPrompt(write(400_000)).length).toBeLessThan(20_000_000);
  });
});
