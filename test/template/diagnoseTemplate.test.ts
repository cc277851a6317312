import { describe, expect, it } from "vitest";
import { createVariableIndex, diagnoseTemplate } from "image-generation-node/template";
import { SOURCES } from "./sources.js";

const index = createVariableIndex([
  ...SOURCES,
  { slug: "later", label: "Later", sample: { output: { x: 1 } }, distance: -1 },
  { slug: "beside", label: "Beside", sample: { output: { x: 1 } }, distance: Infinity },
  { slug: "any", label: "No data yet" },
  {
    slug: "api",
    label: "API",
    schema: {
      properties: {
        anything: {},
        bag: { type: "object" },
        map: { properties: { a: { type: "string" } }, additionalProperties: true },
        text: { type: "string" },
        list: { type: "array", items: { properties: { id: { type: "string" } } } },
        absent: { type: "string" },
      },
    },
    sample: {
      text: "",
      nothing: null,
      list: [
        { id: "1", extra: 2 },
        { id: "2", only: 3 },
      ],
    },
  },
]);
const say = (text: string, options?: { maxLength?: number; caret?: number }) =>
  diagnoseTemplate(text, index, options).map(({ code, severity }) => `${severity} ${code}`);

describe("diagnoseTemplate", () => {
  it.each<[string, string[]]>([
    ["plain", []],
    ["{{trigger.output.style}}", []],
    ["{{agent.output.structured.subject}}", []],
    ["{{nobody.output}}", ["error unknown_variable"]],
    ["{{trigger.output.nope}}", ["error unknown_variable"]],
    ["{{trigger.output.style.length}}", ["error unknown_variable"]],
    ["{{trigger.constructor}}", ["error unknown_variable"]],
    ["{{__proto__.x}}", ["error unknown_variable"]],
    ["{{trigger.output?.nope}}", ["warning unknown_variable"]],
    ['{{trigger.output.nope ?? "x"}}', ["warning unknown_variable"]],
    ["{{later.output.x}}", ["error late_variable"]],
    ["{{beside.output.nope}}", ["error late_variable"]],
    ["{{later?.output.x}}", ["warning late_variable"]],
    ["{{trigger.output}}", ["warning object_in_text"]],
    ["{{trigger.output.products}}", ["warning object_in_text"]],
    ["{{image_gen.output}}", ["warning object_in_text"]],
    ["{{api.text}}", ["warning empty_value"]],
    ["{{api.nothing}}", ["warning empty_value"]],
    ["{{api?.text}}", []],
    ['{{api.nothing ?? "x"}}', []],
    ['{{api.text ?? "x"}}', ["warning empty_value"]],
    ["{{api.absent}}", ["warning missing_variable"]],
    ["{{api?.absent}}", []],
    ['{{api.absent ?? "x"}}', []],
    ["{{any}}", []],
    ["{{any.output.what[3].ever}}", []],
    ["{{api.bag.whatever}}", []],
    ["{{api.anything.whatever}}", []],
    ["{{api.map.b}}", []],
    ["{{api.list[1].id}}", []],
    ["{{api.list[1].only}}", []],
    ["{{api.list[7].id}}", ["warning missing_variable"]],
    ["{{api.list[0].nope}}", ["error unknown_variable"]],
    ["{{}}", ["error empty_braces"]],
    ["{{a + b}}", ["error unsupported_expression"]],
    ["{{trigger", ["error unclosed_braces"]],
    ["\\{{nobody}}", []],
  ])("says of %s: %j", (text, expected) => {
    expect(say(text)).toEqual(expected);
  });

  it.each([
    ["{{triger.output.style}}", "trigger.output.style"],
    ["{{trigger.ouput.stlye}}", "trigger.output.style"],
    ["{{trigger.style}}", "trigger.output.style"],
    ["{{agent.output.subject}}", "agent.output.structured.subject"],
    ["{{trigger.output.products.0.name}}", "trigger.output.products[0].name"],
    ["{{Trigger.Output.Topic}}", "trigger.output.topic"],
    ["{{zzz}}", undefined],
    ["{{zzz.qqq.www}}", undefined],
  ])("suggests for %s: %s", (text, suggestion) => {
    expect(diagnoseTemplate(text, index)[0]?.suggestion).toBe(suggestion);
  });

  it("says where, about what, and what was probably meant", () => {
    expect(diagnoseTemplate("A {{ trigger.output.stile }}", index)).toEqual([
      {
        code: "unknown_variable",
        severity: "error",
        range: { start: 2, end: 28 },
        message:
          "trigger.output.stile: no earlier node has this variable. Did you mean trigger.output.style?",
        params: { path: "trigger.output.stile" },
        path: "trigger.output.stile",
        suggestion: "trigger.output.style",
      },
    ]);
  });

  it.each<[string, string[]]>([
    ["{{tri|", ["pending unclosed_braces"]],
    ["{{tri|}}", ["pending unknown_variable"]],
    ["{{|}}", ["pending empty_braces"]],
    ["{{trigger.|}}", ["pending unsupported_expression"]],
    ['{{trigger["od|', ["pending unclosed_braces"]],
    ["{{trigger.| then {{nobody}}", ["pending unclosed_braces", "error unknown_variable"]],
    ["{{nobody}}|", ["error unknown_variable"]],
    ["|{{nobody}}", ["error unknown_variable"]],
    ["{{nobody}} {{no|}}", ["error unknown_variable", "pending unknown_variable"]],
  ])("calls the token at the caret pending: %s", (marked, expected) => {
    expect(say(marked.replace("|", ""), { caret: marked.indexOf("|") })).toEqual(expected);
  });

  it("counts code points against the limit", () => {
    expect(say("🦊".repeat(10), { maxLength: 10 })).toEqual([]);
    expect(diagnoseTemplate("🦊".repeat(11), index, { maxLength: 10 })).toMatchObject([
      {
        code: "too_long",
        severity: "error",
        range: { start: 20, end: 22 },
        params: { length: 11, maxLength: 10 },
      },
    ]);
  });

  it("knows nothing without sources, and does not throw", () => {
    const none = createVariableIndex([]);
    expect(diagnoseTemplate("{{a.b}} {{", none).map(({ code }) => code)).toEqual([
      "unknown_variable",
      "unclosed_braces",
    ]);
  });

  it("does not call unknown what an index that is too full may have left out", () => {
    const sample = { output: Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`k${i}`, i])) };
    const full = createVariableIndex([{ slug: "a", label: "", sample }], { maxLeaves: 5 });
    expect(diagnoseTemplate("{{a.output.k49}} {{a.output.k50}}", full)).toEqual([]);
  });

  // Each part of a path that is nowhere was looked up with all parts before it: minutes for a pasted text.
  it("looks up no more of a long path than the index holds", () => {
    let lookups = 0;
    const counted = { ...index, get: (path: string) => (lookups++, index.get(path)) };
    expect(diagnoseTemplate(`{{trigger${".a".repeat(20_000)}}}`, counted)).toMatchObject([
      { code: "unknown_variable" },
    ]);
    expect(lookups).toBeLessThan(20);
  });

  it("bounds its search for what was meant", () => {
    const text = Array.from({ length: 500 }, (_, i) => `{{trigger.nope${i}.x}}`).join(" ".repeat(150));
    let searches = 0;
    const counted = { ...index, search: () => (searches++, { items: [], total: 0 }) };
    expect(diagnoseTemplate(text, counted)).toHaveLength(500);
    expect(searches).toBeLessThan(50);
  });
});
