import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  createPathLanguage,
  diagnoseTemplate,
  createVariableIndex,
  renameReferences,
  replaceToken,
  tailOf,
} from "image-generation-node/template";
import type { PathLanguageOptions, TemplatePath } from "image-generation-node/template";
import { LANGUAGES, NAMES } from "./pathLanguages.js";

const key = fc.oneof(
  fc.string(),
  fc.string({ unit: fc.constantFrom(...`<>{}$#%[]"'\\.?🦊🐻~!/ \t\n\r\u2028-a0_`) }),
  fc.constantFrom("__proto__", "constructor", "", "0", "3d", "-a", "$", "a-b", "名前", "e\u0301", "\u0000"),
);
const oddKey = fc.oneof(
  key,
  fc.string({ unit: "binary" }),
  fc.constantFrom("\ud800", "\udc00x", "\\'", '\\"'),
);
const path = (segment: fc.Arbitrary<string>) =>
  fc.array(fc.oneof(segment, fc.nat({ max: 9_999_999_999 })), { minLength: 1, maxLength: 5 });

describe.each(NAMES)("any path in %s", (name) => {
  const language = LANGUAGES[name];
  // Its encoding has no half characters.
  const paths = path(name === "slashes" ? key : oddKey);

  it("is read back as it was written", () => {
    fc.assert(
      fc.property(paths, (segments) => {
        expect(language.parse(language.format(segments, undefined))).toEqual(segments);
      }),
      { numRuns: 1500 },
    );
  });

  it("is one token in a prose, and on one line", () => {
    const prose = fc.constantFrom(
      "",
      "A cat, ",
      "it's < b and ",
      "5 % of \n",
      "(",
      '"',
      "- ",
      "\\n ",
      "{ a }: ",
    );
    fc.assert(
      fc.property(paths, prose, prose, (segments, before, after) => {
        if (name === "blocks" && segments.length < 2) segments = [...segments, "x"];
        const token = language.format(segments, undefined);
        expect(token).not.toMatch(/[\r\n\u2028\u2029]/);
        const found = language.scan(`${before}${token}${after}`).filter(({ path: read }) => read);
        expect(found.map(({ start, end, path: read }) => [start, end, read])).toEqual([
          [before.length, before.length + token.length, segments],
        ]);
      }),
      { numRuns: 1500 },
    );
  });
});

describe("the spelling of a path", () => {
  const odd: TemplatePath = ["trigger", "body", "odd key", 0, "it's", "}}>", "\n", "3d"];
  it.each([
    ["hashes", odd, String.raw`{{#trigger.body["odd key"][0]["it\u0027s"]["\u007d\u007d>"]["\u000a"].3d#}}`],
    ["hashes", ["1720000000000", "text"], "{{#1720000000000.text#}}"],
    ["hashes", ["a", "0", 0], "{{#a.0[0]#}}"],
    [
      "angles",
      odd,
      String.raw`<trigger.body["odd key"][0]["it\u0027s"]["\u007d\u007d\u003e"]["\u000a"]["3d"]>`,
    ],
    ["angles", ["3d", "x"], '<["3d"].x>'],
    ["dollars", ["$a", "b"], String.raw`${"${"}["\u0024a"].b}`],
    [
      "brackets",
      odd,
      String.raw`{{trigger['body']['odd key'][0]['it\'s']['\u007d\u007d>']['\u000a']['3d']}}`,
    ],
    ["brackets", ["my node", "\\"], String.raw`{{['my node']['\\']}}`],
    ["brackets", ["step_1", "items", 0], "{{step_1['items'][0]}}"],
    ["brackets", ["a", -1, 1.5], "{{a['-1']['1.5']}}"],
  ] as const)("of %s: %j", (name, segments, written) => {
    expect(LANGUAGES[name].format(segments, undefined)).toBe(written);
  });

  it.each([
    ["brackets", `{{ trigger.body["title"] }}`, ["trigger", "body", "title"]],
    ["hashes", `{{#trigger['body'].title#}}`, ["trigger", "body", "title"]],
    ["hashes", `{{#a['say "hi"']["it's"]#}}`, ["a", 'say "hi"', "it's"]],
    ["angles", "<a.b>", ["a", "b"]],
    ["angles", "<a .b>", null],
    ["angles", "<3d>", null],
    ["hashes", "{{#a?.b#}}", null],
    ["hashes", `{{#a ?? "b"#}}`, null],
    ["hashes", "{{#a#}}b", null],
    ["hashes", " {{#a#}}", null],
    ["hashes", String.raw`{{#a['\x41']#}}`, null],
    ["blocks", "<div>", ["div"]],
  ] as const)("of %s is read from %s", (name, token, segments) => {
    expect(LANGUAGES[name].parse(token)).toEqual(segments);
  });

  it("is the host's own where it has one, or nothing where it can't be written", () => {
    const own = (written: string) =>
      createPathLanguage({ open: "{{", close: "}}", path: { format: () => written, parse: () => ["a"] } });
    expect(own("$('Describe }} product').item").format(["a"], undefined)).toBe(
      "{{$('Describe }} product').item}}",
    );
    expect(own("it's").format(["a"], undefined)).toBe("{{it's}}");
    for (const written of ["", "a}}b", "a{{b", "a\nb", "a}"]) {
      expect(own(written).format(["a"], undefined)).toBe("");
    }
  });
});

describe("tokens", () => {
  const scan = (options: PathLanguageOptions, text: string) =>
    createPathLanguage(options)
      .scan(text)
      .map(({ start, end, path: read, closed, fault }) => [text.slice(start, end), read, closed, fault]);
  const text = "{{}} {{a.b}} {{a+b}} {{c.d and {{e";

  it("with something else in them are mistakes, behind an opener of two characters", () => {
    expect(scan({ open: "{{", close: "}}" }, text)).toEqual([
      ["{{}}", null, true, "empty_braces"],
      ["{{a.b}}", ["a", "b"], true, undefined],
      ["{{a+b}}", null, true, "unsupported_expression"],
      ["{{c.d", null, false, undefined],
      ["{{e", null, false, undefined],
    ]);
  });

  it("are left to another engine, or to the text, where the host says so", () => {
    expect(
      scan({ open: "{{", close: "}}", others: "expression" }, text).map((token) => token.at(-1)),
    ).toEqual([undefined, undefined, undefined, undefined, undefined]);
    expect(scan({ open: "{{", close: "}}", others: "text" }, text)).toEqual([
      ["{{a.b}}", ["a", "b"], true, undefined],
    ]);
  });

  it("of fewer segments than the least are something else", () => {
    expect(scan({ open: "<", close: ">", minSegments: 2 }, "<div> <a.b> <br/>")).toHaveLength(1);
    expect(scan({ open: "{{", close: "}}", minSegments: 2 }, "{{a}}")[0]?.at(-1)).toBe(
      "unsupported_expression",
    );
  });

  it("open last in a run, and at the last opener before the closer", () => {
    expect(scan({ open: "<", close: ">" }, "<<a.b>> <x <c.d>").map(([token]) => token)).toEqual([
      "<a.b>",
      "<c.d>",
    ]);
    expect(scan({ open: "{{#", close: "#}}" }, "{{#{{#a#}}#}}").map(([token]) => token)).toEqual(["{{#a#}}"]);
  });

  it("end with the line", () => {
    expect(scan({ open: "{{#", close: "#}}" }, "{{#a\n#}}")).toEqual([["{{#a", null, false, undefined]]);
    expect(scan({ open: "<", close: ">" }, "<a\n>")).toEqual([]);
  });

  it("may have the same delimiter on both sides", () => {
    expect(scan({ open: "%", close: "%" }, "50% of %a.b% and %c%d% 5%").map(([token]) => token)).toEqual([
      "%a.b%",
      "%c%",
    ]);
  });

  it("stay text behind the escape", () => {
    const language = createPathLanguage({ open: "{{", close: "}}", escape: "\\" });
    expect(language.scan(String.raw`\{{a}} \\{{a}} {{a}}\{{b}}`).map(({ start }) => start)).toEqual([15]);
    expect(createPathLanguage({ open: "{{", close: "}}" })).not.toHaveProperty("escape");
  });
});

describe("the other members", () => {
  const language = createPathLanguage({ open: "{{#", close: "#}}" });

  it("rename a node in every spelling, and nothing else", () => {
    expect(renameReferences(`{{#a.x#}} {{# a['y'] #}} {{#b.a#}} {{#a+1#}} {{#a`, "a", "1 c")).toBe(
      `{{#a.x#}} {{# a['y'] #}} {{#b.a#}} {{#a+1#}} {{#a`,
    );
    expect(renameReferences(`{{#a.x#}} {{# a['y'] #}} {{#b.a#}} {{#a+1#}} {{#a`, "a", "1 c", language)).toBe(
      `{{#["1 c"].x#}} {{#["1 c"].y#}} {{#b.a#}} {{#a+1#}} {{#a`,
    );
  });

  it("replace a path, and know their end", () => {
    expect(replaceToken("{{#a", ["b", "c"], undefined, language)).toBe("{{#b.c#}}");
    expect(tailOf("{{# a #}}", language)).toBe("#}}");
    expect(tailOf("{{#a", language)).toBe("");
  });

  it("are judged like those of this package's language", () => {
    const index = createVariableIndex([{ slug: "a", label: "A", sample: { color: "red" } }]);
    expect(
      diagnoseTemplate("{{#a.colour#}} {{#a.color#}} {{#}} {{##}}", index, { language }).map(
        ({ code, suggestion }) => [code, suggestion],
      ),
    ).toEqual([
      ["unknown_variable", "a.color"],
      ["unclosed_braces", undefined],
      ["empty_braces", undefined],
    ]);
  });

  it("pass display and name through", () => {
    const display = () => "A";
    expect(createPathLanguage({ open: "<", close: ">", name: "Acme", display })).toMatchObject({
      name: "Acme",
      display,
    });
    expect(language).toMatchObject({ name: "{{#…#}}" });
    expect(language).not.toHaveProperty("display");
  });
});

describe("wrong options", () => {
  const own = { format: () => "a", parse: () => ["a"] };
  it.each([
    ["open", { open: "", close: ">" }],
    ["open", { open: "a", close: ">" }],
    ["open", { open: "1", close: ">" }],
    ["open", { open: "_", close: ">" }],
    ["open", { open: "é", close: ">" }],
    ["open", { open: "< ", close: ">" }],
    ["open", { open: "<\n", close: ">" }],
    ["open", { open: '"', close: ">" }],
    ["open", { open: "'", close: ">" }],
    ["open", { open: "[[", close: ">" }],
    ["open", { open: undefined, close: ">" }],
    ["open", { open: ["<"], close: ">" }],
    ["close", { open: "<", close: "" }],
    ["close", { open: "<", close: "." }],
    ["close", { open: "<!--", close: "-->" }],
    ["close", { open: "$", close: "$" }],
    ["close", { open: "<", close: "`", path: own }],
    ["close", { open: "<", close: null }],
    ["escape", { open: "<", close: ">", escape: "" }],
    ["escape", { open: "<", close: ">", escape: "<" }],
    ["escape", { open: "<", close: ">", escape: "\\\\" }],
    ["escape", { open: "<", close: ">", escape: 1 }],
    ["path", { open: "<", close: ">", path: "slashes" }],
    ["path", { open: "<", close: ">", path: null }],
    ["path", { open: "<", close: ">", path: { format: own.format } }],
    ["others", { open: "<", close: ">", others: "ignore" }],
  ])("of %s are refused: %j", (name, options) => {
    const create = () => createPathLanguage(options as PathLanguageOptions);
    expect(create).toThrow(TypeError);
    expect(create).toThrow(
      new RegExp(`createPathLanguage: "${name}" is [^]+, by which no text can be read\\. Give .`),
    );
  });
});
