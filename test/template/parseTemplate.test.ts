import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  doubleBraceLanguage,
  listReferences,
  parseTemplate,
  renameReferences,
} from "image-generation-node/template";

const TEXTS = fc.string({
  unit: fc.constantFrom(...'{{{}}}"\\[].?ab0 \n\t', "{{", "}}", "\\{{", '["', '"]', " ?? "),
});

describe("parseTemplate", () => {
  it("takes text, escapes and variables apart", () => {
    const { parts, diagnostics } = parseTemplate('\\{{ A {{ trigger?.output["x"] ?? "noir" }}!');
    expect(diagnostics).toEqual([]);
    expect(parts).toEqual([
      { type: "text", text: "{{ A ", range: { start: 0, end: 6 } },
      {
        type: "reference",
        range: { start: 6, end: 42 },
        reference: {
          path: "trigger.output.x",
          segments: ["trigger", "output", "x"],
          optional: true,
          fallback: "noir",
          range: { start: 6, end: 42 },
        },
      },
      { type: "text", text: "!", range: { start: 42, end: 43 } },
    ]);
  });

  it("keeps what is wrong as text and says where it is", () => {
    const { parts, diagnostics } = parseTemplate("a {{}} b {{x y}} c {{d\n{{e");
    expect(parts.map((part) => part.type)).toEqual(["text"]);
    expect(diagnostics.map(({ code, severity, range }) => [code, severity, range.start, range.end])).toEqual([
      ["empty_braces", "error", 2, 6],
      ["unsupported_expression", "error", 9, 16],
      ["unclosed_braces", "error", 19, 22],
      ["unclosed_braces", "error", 23, 26],
    ]);
  });

  it("does not let an unclosed token reach into the prose after it", () => {
    expect(parseTemplate("{{trigger.out. Then a fox").diagnostics[0]?.range).toEqual({ start: 0, end: 13 });
  });

  it("covers any text without gaps", () => {
    fc.assert(
      fc.property(TEXTS, (text) => {
        const { parts, diagnostics } = parseTemplate(text);
        let end = 0;
        for (const { range } of parts) {
          expect(range.start).toBe(end);
          expect(range.end).toBeGreaterThan(range.start);
          end = range.end;
        }
        expect(end).toBe(text.length);
        for (const { range } of diagnostics) expect(text.slice(range.start, range.start + 2)).toBe("{{");
      }),
      { numRuns: 2000 },
    );
  });
});

describe("doubleBraceLanguage.scan", () => {
  it("says of each token what it is", () => {
    const line = "\\{{x}} {{a.b}} {{}} {{a+b}} {{c.d and";
    expect(
      doubleBraceLanguage.scan(line).map(({ start, end, ...token }) => [line.slice(start, end), token]),
    ).toMatchObject([
      ["{{a.b}}", { path: ["a", "b"], closed: true, optional: false }],
      ["{{}}", { path: null, closed: true, fault: "empty_braces" }],
      ["{{a+b}}", { path: null, closed: true, fault: "unsupported_expression" }],
      ["{{c.d", { path: null, closed: false }],
    ]);
  });

  it("finds the same line by line as in the whole text", () => {
    const scan = (text: string, offset = 0) =>
      doubleBraceLanguage
        .scan(text)
        .map(({ start, end, path, closed, fault }) => [start + offset, end + offset, path, closed, fault]);
    fc.assert(
      fc.property(TEXTS, (text) => {
        let offset = 0;
        const byLine = text.split("\n").flatMap((line) => {
          const tokens = scan(line, offset);
          offset += line.length + 1;
          return tokens;
        });
        expect(byLine).toEqual(scan(text));
      }),
      { numRuns: 2000 },
    );
  });
});

describe("renameReferences", () => {
  it.each([
    ["{{a.x}} {{b.x}} {{ab.x}} {{b.a}}", "{{c.x}} {{b.x}} {{ab.x}} {{b.a}}"],
    ['{{  a ?. x ?? "a.x" }}', '{{  c ?. x ?? "a.x" }}'],
    ['{{["a"].x}}', "{{c.x}}"],
    ["\\{{a.x}} {{a.x a {{}} {{a", "\\{{a.x}} {{a.x a {{}} {{a"],
    ["{{a}}\r\n{{a[0]}}", "{{c}}\r\n{{c[0]}}"],
  ])("turns %j into %j", (text, renamed) => {
    expect(renameReferences(text, "a", "c")).toBe(renamed);
  });

  it("writes a slug that is no name in brackets", () => {
    expect(renameReferences("{{a.x}}", "a", "my }} node")).toBe('{{["my \\u007d\\u007d node"].x}}');
  });

  it("comes back when renamed back, and touches nothing else", () => {
    fc.assert(
      fc.property(TEXTS, fc.string({ minLength: 1 }), (text, slug) => {
        fc.pre(!listReferences(text).some(({ segments }) => segments[0] === slug));
        const renamed = renameReferences(text, "a", slug);
        const before = listReferences(text);
        expect(listReferences(renamed).map(({ segments }) => segments)).toEqual(
          before.map(({ segments: [head, ...rest] }) => [head === "a" ? slug : head, ...rest]),
        );
        expect(parseTemplate(renamed).diagnostics.length).toBe(parseTemplate(text).diagnostics.length);
      }),
      { numRuns: 1000 },
    );
  });
});

// A reader that looks at a place again and again would need minutes for these and run into the runner's time limit.
describe("a hostile text", () => {
  const repeat = (unit: string) => unit.repeat(Math.ceil(200_000 / unit.length));
  const HOSTILE = [
    " ",
    "{",
    "}",
    "{{",
    "\\{{",
    '"',
    "\\",
    '{{"',
    '{{ "\\"',
    '{{"{{ \\\\"',
    '{{a["',
    '{{a["{{a"]',
    '{{a ["{{a"] ',
    "{{a.",
    "{{ ",
    "{{a ?? ",
    '{{a ?? "',
    "{{a ?",
    "a\n{{",
    "{{[0",
    "{{\\",
    "ü",
    "{{\ud83d",
  ];

  it.each(HOSTILE)("is read in one go: %j", (unit) => {
    for (const text of [repeat(unit), '{{ "' + repeat(unit), "{{a" + repeat(unit), '{{a["' + repeat(unit)]) {
      const { parts } = parseTemplate(text);
      expect(parts.at(-1)?.range.end).toBe(text.length);
    }
  });

  it("is no danger as a closed token either", () => {
    const key = "k".repeat(1_000_000);
    expect(listReferences(`{{a["${key}"]}}`)[0]?.segments).toEqual(["a", key]);
    expect(listReferences(`{{${"ü".repeat(1_000_000)}}}`)).toHaveLength(1);
    expect(listReferences(`{{${key}}}`)).toHaveLength(1);
    expect(listReferences(`{{a${".b".repeat(500_000)}}}`)[0]?.segments).toHaveLength(500_001);
    expect(listReferences(`{{a["${'\\"'.repeat(500_000)}"]}}`)).toHaveLength(1);
    expect(parseTemplate(`{{${" ".repeat(1_000_000)}}}`).diagnostics[0]?.code).toBe("empty_braces");
  });
});
