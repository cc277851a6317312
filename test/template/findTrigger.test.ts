import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findTrigger } from "image-generation-node/template";

/** `|` is the caret, `«…»` what is to be replaced. */
const TABLE: readonly [text: string, query: string | null][] = [
  ["«{{|»", ""],
  ["A «{{tri|» cat", "tri"],
  ["«{{trigger.output.sty|»", "trigger.output.sty"],
  ["«{{  tri|»", "tri"],
  ["«{{tri|}}»", "tri"],
  ["«{{|tri}}»", ""],
  ["«{{ tri|gger.output }}» x", "tri"],
  ["«{{trigger.out|}}»}}", "trigger.out"],
  ["«{{trigger.out|» and more", "trigger.out"],
  ["«{{trigger.|» Then more", "trigger."],
  ["«{{tri|gger.output» more {{agent.output}}", "tri"],
  ["«{{trigger.| }}»", "trigger."],
  ['«{{trigger["odd k|ey"]}}»', 'trigger["odd k'],
  ['«{{trigger.x| ?? "a }} b"}}» c', "trigger.x"],
  ["{{a}} «{{b|»", "b"],
  ["{«{{a|}}»}", "a"],
  ["{{«{{a|}}»}}", "a"],
  ["{{«{{|»", ""],
  ["\\{{«{{a|»", "a"],
  ["one\n«{{tri|»\n}}", "tri"],
  ["|{{a}}", null],
  ["{|{a}}", null],
  ["{{a}|}", null],
  ["{{a}}|", null],
  ["{{a}} b|", null],
  ["{|", null],
  ["{a|", null],
  ["a < b|", null],
  ["}}|", null],
  ["\\{{|", null],
  ["\\{{tri|", null],
  ["\\{{{tri|", null],
  ["{{a {b|", null],
  ["{{a\n|", null],
  ["{{a\r\nb|", null],
  ["|", null],
];

describe("findTrigger", () => {
  it.each(TABLE)("%s", (marked, query) => {
    const text = marked.replace(/[|«»]/g, "");
    const caret = marked.replace(/[«»]/g, "").indexOf("|");
    const start = marked.replace("|", "").indexOf("«");
    const end = marked.replace(/[|«]/g, "").indexOf("»");
    expect(findTrigger(text, caret)).toEqual(query === null ? null : { start, end, query });
  });

  it("looks back 400 characters and no further", () => {
    expect(findTrigger("{{" + "a".repeat(398), 400)?.start).toBe(0);
    expect(findTrigger("{{" + "a".repeat(401), 403)).toBeNull();
    expect(findTrigger("{{" + "a".repeat(5000), 5002)).toBeNull();
    expect(findTrigger(" ".repeat(100_000), 100_000)).toBeNull();
  });

  it("neither loops nor throws on runs of braces", () => {
    for (const run of ["{".repeat(3), "{".repeat(4), "{".repeat(100_000)]) {
      expect(findTrigger(run, run.length)).toEqual({ start: run.length - 2, end: run.length, query: "" });
    }
  });

  it("gives a range around the caret in any text", () => {
    const text = fc.string({ unit: fc.constantFrom(...'{{{}}}"\\[].?ab0 \n', "{{", "}}", "\\{{") });
    fc.assert(
      fc.property(text, fc.nat(40), (content, at) => {
        const caret = Math.min(at, content.length);
        const trigger = findTrigger(content, caret);
        if (!trigger) return;
        expect(content.slice(trigger.start, trigger.start + 2)).toBe("{{");
        expect(trigger.start + 2).toBeLessThanOrEqual(caret);
        expect(trigger.end).toBeGreaterThanOrEqual(caret);
        expect(content.slice(trigger.start, trigger.end)).not.toContain("\n");
      }),
      { numRuns: 2000 },
    );
  });
});
