import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatPath, listReferences, parsePath, resolveTemplate } from "image-generation-node/template";

const ODD_KEYS = [
  "odd key",
  "x.y",
  '"',
  "\\",
  '\\"',
  "a-b",
  "-a",
  "[0]",
  "]",
  "}}",
  "{{",
  "\n",
  "\r\n",
  "\u2028\u2029",
  "3d",
  "0",
  "",
  "größe",
  "名前",
  "😀",
  "\ud800",
  "\udc00x",
  "__proto__",
  "constructor",
  "toString",
  "?.",
  "??",
  "\u0000",
  "\t",
  "e\u0301",
];

describe("formatPath", () => {
  it.each([
    [["trigger", "output", "style"], "trigger.output.style"],
    [["trigger", "output", "odd key", 0], 'trigger.output["odd key"][0]'],
    [["a", "}}"], 'a["\\u007d\\u007d"]'],
    [["a", "{"], 'a["\\u007b"]'],
    [["a", "x\ny"], 'a["x\\ny"]'],
    [["a", "\u2028\u2029"], 'a["\\u2028\\u2029"]'],
    [["a", "3d"], 'a["3d"]'],
    [["a", "-b", "c-d"], 'a["-b"].c-d'],
    [["my node", "x"], '["my node"].x'],
    [["a", "0", 0], 'a["0"][0]'],
    [["a", -1], 'a["-1"]'],
    [["a", 1.5], 'a["1.5"]'],
    [["a", ""], 'a[""]'],
    [["a", "\ud800"], 'a["\\ud800"]'],
    [["größe", "名前"], "größe.名前"],
    [[], ""],
  ])("writes %j as %s", (segments, path) => {
    expect(formatPath(segments)).toBe(path);
  });
});

describe("parsePath", () => {
  it.each([
    ["trigger.output.style", ["trigger", "output", "style"]],
    ["a[0][12]", ["a", 0, 12]],
    ['a["x"]', ["a", "x"]],
    ["a?.b?.[0]", ["a", "b", 0]],
    ["a . b", ["a", "b"]],
    ["a.0", ["a", "0"]],
    ['["my node"].x', ["my node", "x"]],
  ])("reads %s as %j", (path, segments) => {
    expect(parsePath(path)).toEqual(segments);
  });

  it.each([
    "",
    " ",
    ".",
    "a.",
    ".a",
    "a..b",
    "a[",
    "a[]",
    "a[01]",
    "a[-1]",
    "a['b']",
    "a b",
    "3a",
    "a ",
    "a?b",
    "{{a}}",
  ])("refuses %j", (path) => {
    expect(parsePath(path)).toBeNull();
  });
});

describe("any key", () => {
  const roundTrips = (segments: (string | number)[]) => {
    const path = formatPath(segments);
    expect(parsePath(path)).toEqual(segments);
    const token = `before {{${path}}} after {{ ${path} ?? "x" }}`;
    expect(listReferences(token).map((reference) => reference.segments)).toEqual([segments, segments]);
    expect(listReferences(token)[0]?.path).toBe(path);
  };

  it.each(ODD_KEYS)("comes back after insert and parse: %j", (key) => {
    roundTrips([key]);
    roundTrips(["slug", key]);
    roundTrips(["slug", key, 0, key]);
  });

  it("comes back whatever it is", () => {
    const key = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: fc.constantFrom(...'{}"\\[].?\n\r -a0\ud800\udc00') }),
    );
    const segment = fc.oneof(key, fc.nat());
    fc.assert(fc.property(fc.array(segment, { minLength: 1 }), roundTrips), { numRuns: 1000 });
  });

  it("resolves to its value", () => {
    const forbidden = new Set(["__proto__", "constructor", "prototype"]);
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (key) => {
        const variables = { slug: Object.fromEntries([[key, "value"]]) };
        const { text } = resolveTemplate(`{{${formatPath(["slug", key])}}}`, variables);
        expect(text === "value").toBe(!forbidden.has(key));
      }),
    );
  });
});
