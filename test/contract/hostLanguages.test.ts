import {
  createImageNodeConfig,
  listConfigReferences,
  parseImageNodeConfig,
  renameConfigReferences,
  validateImageNodeConfig,
} from "image-generation-node/contract";
import type { ImageNodeConfigOverrides } from "image-generation-node/contract";
import { doubleBraceLanguage } from "image-generation-node/template";
import type { TemplateLanguage } from "image-generation-node/template";
import { fixtures } from "image-generation-node/testing";
import { afterEach, describe, expect, it, vi } from "vitest";
import { codeLanguage, createIdLanguage, dotLanguage } from "./languages.js";

const idLanguage = createIdLanguage({ "1720": "start", "1721": "agent" });
const variables = [
  { slug: "start", label: "Start", nodeId: "1720", sample: { input: "a fox" } },
  { slug: "later", label: "Later", distance: -1, sample: { text: "x" } },
];

/** The same prompt in each language: a known, an unknown and a late variable, and an expression where there are some. */
const LANGUAGES: readonly [
  TemplateLanguage,
  { known: string; unknown: string; late: string; code: string },
][] = [
  [
    dotLanguage,
    { known: "<start.input>", unknown: "<start.inptu>", late: "<later.text>", code: "{{API_KEY}}" },
  ],
  [
    idLanguage,
    { known: "{{#1720.input#}}", unknown: "{{#1720.inptu#}}", late: "{{#later.text#}}", code: "{{ no token" },
  ],
  [
    codeLanguage,
    {
      known: "{{ $('start').item.json.input }}",
      unknown: "{{ $('start').item.json.inptu }}",
      late: "{{ $('later').item.json.text }}",
      code: "{{ $json.a.map(String)['x'] ?? 5 }}",
    },
  ],
];

const config = (template: string, prompt: ImageNodeConfigOverrides["prompt"] = {}) =>
  createImageNodeConfig({ prompt: { template, ...prompt } });

describe.each(LANGUAGES)("a configuration in the language of $name", (language, text) => {
  const say = (...given: Parameters<typeof config>) =>
    validateImageNodeConfig(config(...given), { variables, language }).map(
      ({ code, severity, pointer }) => `${severity} ${code} ${pointer}`,
    );

  it("has its tokens judged, and expressions and prose left alone", () => {
    expect(say(`A ${text.known} in ${text.code}, a < b`)).toEqual([]);
    expect(say(`A ${text.unknown}`)).toEqual(["error unknown_variable #/prompt/template"]);
    expect(say(`A ${text.late}`)).toEqual(["error late_variable #/prompt/template"]);
    expect(say("", { mode: "prompt_ai", instructions: text.unknown })).toEqual([
      "error unknown_variable #/prompt/instructions",
    ]);
  });

  it("is still empty where there is no text", () => {
    expect(say(" \n")).toEqual(["error empty_prompt #/prompt/template"]);
  });

  it("is as long as its text only where that is sent as it stands", () => {
    const [model] = fixtures.catalog.imageModels;
    const imageModels = model ? [{ ...model, maxPromptLength: 5 }] : [];
    const catalog = { ...fixtures.catalog, imageModels };
    const judge = (template: string) =>
      validateImageNodeConfig(config(template, {}), { catalog, language }).map(({ code }) => code);
    expect(judge("A lamp")).toContain("too_long");
    expect(judge(text.known)).not.toContain("too_long");
  });

  it("lists its variables, and no expressions", () => {
    const both = config(`${text.known} ${text.code}`, { instructions: text.unknown });
    expect(listConfigReferences(both, { language }).map(({ segments }) => segments.join("/"))).toEqual([
      "start/input",
      "start/inptu",
    ]);
  });

  it("stays byte for byte what it was, wherever it was saved", () => {
    const prompt = `${text.known} \\ ${text.code} é\n<b> {{ "" ${text.late}`;
    for (const saved of [
      prompt,
      { prompt },
      { input: { prompt } },
      { prompt: { type: "mixed", value: prompt } },
      { prompt: { type: "doc", content: [{ type: "text", text: prompt }] } },
      { prompt: JSON.stringify({ type: "doc", content: [{ type: "text", text: prompt }] }) },
      config(prompt),
    ]) {
      expect(parseImageNodeConfig(saved, { language }).config.prompt.template).toBe(prompt);
    }
  });

  it("gets the variables of documents and selectors in its own spelling", () => {
    const nodeOf = (attrs: object) => ({
      prompt: { type: "doc", content: [{ type: "variable", attrs }] },
    });
    for (const saved of [
      { prompt: { type: "variable", value: ["start", "input"] } },
      nodeOf({ path: "start.input" }),
      nodeOf({ node: { id: "start" }, outputId: "input" }),
      nodeOf({ value: text.known }),
    ]) {
      expect(parseImageNodeConfig(saved, { language }).config.prompt.template).toBe(text.known);
    }
  });

  it("keeps a variable where a model, a size or a setting should be", () => {
    const saved = {
      prompt: "A fox",
      input: { model: text.known, size: `${text.known} 16x9`, quality: text.known, style_preset: text.known },
    };
    const { config: read, notes } = parseImageNodeConfig(saved, { language });
    expect(read).toMatchObject({
      imageModel: null,
      aspectRatio: "square",
      style: "auto",
      input: saved.input,
    });
    expect(read.settings).toBeUndefined();
    expect(notes.join()).toContain("input.size");
  });
});

describe("renaming a node", () => {
  const rename = (template: string, language: TemplateLanguage) =>
    renameConfigReferences(config(template, { instructions: template }), "start", "begin", { language })
      .prompt;

  it.each([
    [dotLanguage, "{{start}} <start.input> <starter.x>  <b>", "{{start}} <begin.input> <starter.x>  <b>"],
    [idLanguage, "{{#1720.input#}} {{start.x}}", "{{#1720.input#}} {{start.x}}"],
    [
      codeLanguage,
      "{{ $('start').item.json.a }} {{ f($('start').first()) }} $('start')",
      "{{ $('begin').item.json.a }} {{ f($('begin').first()) }} $('start')",
    ],
  ])("rewrites what the language of $name says of it", (language, before, after) => {
    expect(rename(before, language)).toMatchObject({ template: after, instructions: after });
  });

  it("gives back the same configuration where nothing names the node", () => {
    const same = config("{{start.x}} <other.x>");
    expect(renameConfigReferences(same, "start", "begin", { language: dotLanguage })).toBe(same);
  });
});

describe("a language that is none", () => {
  const broken = {
    ...dotLanguage,
    name: "broken",
    scan: () => {
      throw new Error("no");
    },
    format: () => "",
  };
  afterEach(() => vi.restoreAllMocks());

  it("leaves every text as it is", () => {
    const warn = vi.spyOn(console, "warn").mockReturnValue();
    const language = broken;
    const text = config("<start.input>");
    expect(validateImageNodeConfig(text, { variables, language })).toEqual([]);
    expect(listConfigReferences(text, { language })).toEqual([]);
    expect(renameConfigReferences(text, "start", "x", { language })).toBe(text);
    const saved = { prompt: { type: "variable", value: ["start", "input"] } };
    expect(parseImageNodeConfig(saved, { language }).config.prompt.template).toBe("{{#start.input#}}");
    expect(warn).toHaveBeenCalledTimes(1);
  });
});

describe("the package's own language, given as one", () => {
  it("reads what is read without it", () => {
    const language = doubleBraceLanguage;
    for (const saved of [
      { prompt: { type: "variable", value: ["start", "input"] } },
      { prompt: { type: "doc", content: [{ type: "variable", attrs: { label: "My name" } }] } },
      { resource: "image", prompt: "={{ $json.a }}", size: "{{ 16x9 }}" },
    ]) {
      expect(parseImageNodeConfig(saved, { language })).toEqual(parseImageNodeConfig(saved));
    }
    const text = config("{{start.inptu}} {{");
    expect(validateImageNodeConfig(text, { variables, language })).toEqual(
      validateImageNodeConfig(text, { variables }),
    );
  });

  it("measures no text that its values change", () => {
    const [model] = fixtures.catalog.imageModels;
    const catalog = { ...fixtures.catalog, imageModels: model ? [{ ...model, maxPromptLength: 2 }] : [] };
    const judge = (template: string) =>
      validateImageNodeConfig(config(template), { catalog }).map(({ code }) => code);
    expect(judge("{{start.input}}")).toEqual([]);
    expect(judge("\\{{")).toEqual([]);
    expect(judge("fox")).toEqual(["too_long"]);
  });
});

describe("the mark of an expression", () => {
  it("goes where braces make one, and stays where they mean something else", () => {
    const read = (prompt: string, language?: TemplateLanguage, more = {}) =>
      parseImageNodeConfig({ prompt, ...more }, { language }).config.prompt.template;
    expect(read("=A {{ $json.x }}")).toBe("A {{ $json.x }}");
    expect(read("=A {{ $json.x }}", codeLanguage)).toBe("A {{ $json.x }}");
    expect(read("=<start.input> {{API_KEY}}", dotLanguage)).toBe("=<start.input> {{API_KEY}}");
    expect(read("=A fox", codeLanguage, { resource: "image" })).toBe("A fox");
  });
});
