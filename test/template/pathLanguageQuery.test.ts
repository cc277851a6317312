import { describe, expect, it } from "vitest";
import { createPathLanguage, findTrigger } from "image-generation-node/template";
import type { PathLanguageOptions, TemplateLanguage } from "image-generation-node/template";
import { LANGUAGES } from "./pathLanguages.js";
import type { LanguageName } from "./pathLanguages.js";

const OWN = createPathLanguage({
  open: "{{",
  close: "}}",
  path: {
    format: ([node = "", ...rest]) => [`$('${node}').item.json`, ...rest].join("."),
    parse(inner) {
      const [, node, rest = ""] = /^ *\$\('([^']*)'\)\.item\.json((?:\.\w+)*) *$/.exec(inner) ?? [];
      return node === undefined ? null : [node, ...rest.split(".").slice(1)];
    },
  },
});

/** `|` is the caret, `«…»` what is to be replaced. */
const TABLE: Readonly<Record<string, readonly [text: string, query: string | null][]>> = {
  hashes: [
    ["«{{#|»", ""],
    ["A «{{# tri|» cat", "tri"],
    ["«{{#trigger.|»", "trigger."],
    ["«{{#trigger['body'][|»", "trigger.body["],
    ["«{{#trigger['bo|»", "trigger.bo"],
    ["«{{#trigger['|»", "trigger["],
    ["«{{#trigger['odd k|ey']#}}»", 'trigger["odd k'],
    ["«{{#trigger['body'].ti|#}}»", "trigger.body.ti"],
    ["«{{#trigger['odd key']|#}}»", 'trigger["odd key"]'],
    ["«{{#items[1|»", "items[1"],
    ["«{{#1720000000000.te|»", '["1720000000000"].te'],
    ["«{{#172|»", "172"],
    ["«{{#a.3|»", 'a["3'],
    ['«{{#["my no|»', "my no"],
    ["«{{#LLM sum|»", "LLM sum"],
    ["«{{#3D model|»", "3D model"],
    ["{{#a#}} «{{#b|»", "b"],
    ["{{#«{{#b|»", "b"],
    ["{{#a#}}|", null],
    ["{{#a #|", "a #"],
    ["{{#a\n|", null],
    ["{{|", null],
    ["{{a|", null],
  ],
  brackets: [
    ["«{{|»", ""],
    ["{«{{a|»", "a"],
    ["\\{{|", null],
    ["\\{{a|", null],
    ["\\{{{a|", null],
    ["\\{{«{{a|»", "a"],
    ["«{{first name|»", "first name"],
    ["{{a}|", "a}"],
  ],
  angles: [
    ["<|", null],
    ["«<s|»", "s"],
    ["A «<start.|» cat", "start."],
    ["«<start.in|put>», then", "start.in"],
    ['«<start["odd k|ey"]>»', 'start["odd k'],
    ["«<start[|»", "start["],
    ["<start |", null],
    ["<start.input>|", null],
    ["< s|", null],
    ["<=|", null],
    ["<-|", null],
    ["</d|", null],
    ["<3|", null],
    ["x<s|", null],
    ["List<s|", null],
    ["5<s|", null],
    ["(«<s|»", "s"],
    ["<«<s|»", "s"],
    ["<a.b>«<s|»", "s"],
    ["<a>b|", null],
  ],
  percents: [
    ["50%|", null],
    ["%|", null],
    ["50% of «%a|»", "a"],
    ["%a.b%|", null],
    ['%a["b"]%c|', null],
    ["%a.b% «%c|%»", "c"],
  ],
  dollars: [
    ["$|", null],
    ["«${|»", ""],
    ["«${results.|}»", "results."],
    ["${a}|", null],
  ],
  own: [
    ["«{{|»", ""],
    ["«{{ $('Describe product').item.json.|»", '["Describe product"].'],
    ["«{{ $('Describe product').item.json.sub|}}»", '["Describe product"].sub'],
    ["«{{ $('Describe|»", "$('Describe"],
    ["«{{describe pro|»", "describe pro"],
  ],
};

const languageOf = (name: string): TemplateLanguage =>
  name === "own" ? OWN : LANGUAGES[name as LanguageName];

/** Finds the range and query that a marked text stands for. */
function expected(marked: string, query: string | null) {
  if (query === null) return null;
  const start = marked.replace("|", "").indexOf("«");
  // A query without marks: only what is searched for matters.
  return start < 0 ? { query } : { start, end: marked.replace(/[|«]/g, "").indexOf("»"), query };
}

describe.each(Object.keys(TABLE))("typed in %s", (name) => {
  it.each(TABLE[name] ?? [])("%s", (marked, query) => {
    const text = marked.replace(/[|«»]/g, "");
    const caret = marked.replace(/[«»]/g, "").indexOf("|");
    const found = findTrigger(text, caret, { language: languageOf(name) });
    if (query === null) expect(found).toBeNull();
    else expect(found).toMatchObject(expected(marked, query) ?? {});
  });
});

describe("triggers", () => {
  const at = (options: Partial<PathLanguageOptions>, text: string, requested = false) =>
    findTrigger(text, text.length, {
      language: createPathLanguage({ open: "<", close: ">", ...options }),
      requested,
    });

  it("that were given open at once, and those of one character at the first letter or on request", () => {
    expect(at({}, "<")).toBeNull();
    expect(at({}, "<", true)).toMatchObject({ query: "" });
    expect(at({}, "a < ", true)).toBeNull();
    expect(at({ trigger: "<" }, "<")).toMatchObject({ query: "" });
    expect(at({ trigger: "<" }, "a <")).toMatchObject({ query: "" });
    expect(at({ trigger: "<" }, "a<")).toBeNull();
    expect(at({ trigger: "<" }, "a < ")).toBeNull();
  });

  it("may be several, and others than the delimiter", () => {
    expect(at({ trigger: ["/", "<"] }, "see /sta")).toMatchObject({ start: 4, query: "sta" });
    expect(at({ trigger: ["/", "<"] }, "see <sta")).toMatchObject({ start: 4, query: "sta" });
    expect(at({ trigger: ["/", "<"] }, "and/or")).toBeNull();
  });

  it("may be the beginning of the delimiter", () => {
    const hashes = { open: "{{#", close: "#}}", trigger: "{{" };
    expect(at(hashes, "{{")).toMatchObject({ start: 0, query: "" });
    expect(at(hashes, "{{#a.b")).toMatchObject({ start: 0, query: "a.b" });
    expect(at(hashes, "{{#")).toMatchObject({ start: 0, query: "" });
  });
});

/** Texts that have the delimiters of a language and nothing of it: the list never opens, and nothing is marked. */
const PROSE: readonly [names: readonly LanguageName[], text: string][] = [
  [["angles", "blocks", "angleBrackets"], "a < b, a<b, a <= b <- c << d <3 <"],
  [["angles", "blocks"], "x<y && y>z; List<int> m; Map<string, List<int>> n; if (a<b) {}"],
  [["angles", "blocks"], "a<b>c and f<T.U>(x) and vector<pair<int,int>> v; cout<<x<<endl;"],
  [["angles", "blocks"], "I <3 you, <-- here, </p> <!-- x.y --> <1.5> <@ann> <#tag>"],
  [["angles", "braces"], "for (let i = 0; i < n; i++) { if (i < 3) { x[i] = { a: 1 }; } }"],
  [["angles", "braces", "dollars", "hashes", "brackets"], 'const f = (a: number) => { return { "b": a }; };'],
  [["braces", "dollars", "hashes", "brackets"], '{"style": "noir", "list": [{"a": {"b": 1}}]} {'],
  [["braces", "dollars", "hashes"], ".card { color: red; } @media (min-width: 5px) { a { b: c } } {}"],
  [["braces"], "a{2,3} [0-9]{4} {0} {1.5} { a } {{ } {"],
  [["dollars", "percents"], "$5, $5.00, US$ 5, $$ and $&, $name, 50%, 5 % of 20% off, 100%."],
  [["percents"], "50% off and 20% more, 100%sure% and a%20b%20c"],
  [["angles", "braces", "dollars", "hashes", "percents"], "Write to ann.lee@example.com or +1 (555) 010."],
  [
    ["angles", "braces", "dollars", "hashes", "percents"],
    "# Title\n\n- **bold** [x](y#z) `code`\n> quote | a | b |\n",
  ],
  [["hashes"], "{{name}} {{ #if a }} {{{x}}} {# comment #} ## }}"],
  [["brackets"], "{ {a} } {a: {b: 1}} }} {%if%}"],
];

/** Texts in which a letter follows a delimiter: a list may open while they are typed, and nothing is marked. */
const NEVER_MARKED: readonly [names: readonly LanguageName[], text: string][] = [
  [["blocks"], '<div class="a"><b>x</b><br/><my-tag></my-tag></div> <p>'],
  [["angles", "blocks"], "Ann <ann.lee@example.com>, <https://example.com/a.b?c=d> <img src=a.png>"],
  [["braces"], "{a:1} {name, id} {a|b} {x y} {f(x)} {a.} {.a} {a..b} {a?.b} {a"],
  [["percents"], "%d of %s (%5.2f) %PATH %a b%"],
  [["angles"], "<a.b <c.d\n> <a .b> <a. b> <a['b> <a[b]> <a[01]>"],
];

describe("prose", () => {
  const cases = (table: readonly [readonly LanguageName[], string][]) =>
    table.flatMap(([names, text]) => names.map((name) => [name, text] as const));

  it.each(cases(PROSE))("of %s opens nothing at any caret: %j", (name, text) => {
    const language = LANGUAGES[name];
    const opened = Array.from({ length: text.length + 1 }, (_, caret) => caret).filter((caret) => {
      const found = findTrigger(text, caret, { language });
      // What was typed so far, too: the text behind the caret does not make it prose.
      return found || findTrigger(text.slice(0, caret), caret, { language });
    });
    expect(opened.map((caret) => `${text.slice(0, caret)}|`)).toEqual([]);
  });

  it.each(cases([...PROSE, ...NEVER_MARKED]))("of %s is never marked: %j", (name, text) => {
    expect(LANGUAGES[name].scan(text)).toEqual([]);
  });
});
