import fc from "fast-check";
import {
  createImageNodeConfig,
  listConfigReferences,
  parseImageNodeConfig,
  renameConfigReferences,
  validateImageNodeConfig,
} from "image-generation-node/contract";
import {
  createVariableIndex,
  diagnoseTemplate,
  findTrigger,
  guardLanguage,
} from "image-generation-node/template";
import { describe, expect, it } from "vitest";
import { difyLanguage } from "../../stories/languages/difyLanguage.js";
import { n8nLanguage } from "../../stories/languages/n8nLanguage.js";
import { LANGUAGE_TABLES } from "./languageTables.js";

const PROSE = [
  "a < b",
  "a > b && c < d",
  "{",
  "}",
  "$5",
  "me@shop.example",
  "x = y[0] ?? {}; // f(a)",
  "a / b",
];

/** Keys that tear a careless token apart. */
const KEYS = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.nat(),
  fc.constantFrom(
    "__proto__",
    "length",
    "}}",
    "{{",
    "#}}",
    ">",
    "<",
    "}",
    "'",
    '"',
    "\\",
    "\n",
    "a b",
    "a.b",
    "0",
    "",
  ),
);

describe.each(LANGUAGE_TABLES)("$name", (table) => {
  const { language, sources } = table;
  const index = createVariableIndex(sources);

  it.each(table.typed)("after %j searches for %j", (text, query) => {
    expect(findTrigger(text, text.length, { language })?.query ?? null).toBe(query);
  });

  it.each([...PROSE, ...table.prose])("takes %j for prose", (text) => {
    expect(language.scan(text)).toEqual([]);
  });

  it.each(PROSE)("opens nothing at any key of %j", (text) => {
    const opened = Array.from(text, (_, at) => findTrigger(text.slice(0, at + 1), at + 1, { language }));
    expect(opened.filter(Boolean)).toEqual([]);
  });

  it("writes paths, and reads them again", () => {
    for (const [path, token] of table.tokens) {
      expect(language.format(path, undefined)).toBe(token);
      expect(language.parse(token)).toEqual(path);
      expect(language.scan(`(${token}.`)).toMatchObject([
        { start: 1, end: token.length + 1, path, closed: true },
      ]);
    }
    expect(table.unwritable.filter((path) => language.format(path, undefined) !== "")).toEqual([]);
    for (const [token, path] of table.otherSpellings) expect(language.scan(token)).toMatchObject([{ path }]);
  });

  it("writes any path so that it is read again, or not at all", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.array(KEYS, { maxLength: 4 }), (slug, rest) => {
        const path = [slug, ...rest];
        const token = language.format(path, undefined);
        if (token === "") return;
        expect(language.parse(token)).toEqual(path);
        expect(token).not.toMatch(/[\r\n]/);
        // In prose, a language may ask for more than one part.
        if (path.length > 1)
          expect(language.scan(`${token} x`)).toMatchObject([{ start: 0, end: token.length, path }]);
      }),
      { numRuns: 400 },
    );
  });

  it("says what is wrong, in the words that people see", () => {
    const [text, codes] = table.diagnosed;
    const found = diagnoseTemplate(text, index, { language });
    expect(found.map(({ code }) => code)).toEqual(codes);
    const config = createImageNodeConfig({ prompt: { template: text } });
    const faults = validateImageNodeConfig(config, { variables: sources, language });
    const errors = codes.filter((code) => code !== "object_in_text");
    expect(faults.map(({ code }) => code).filter((code) => code !== "object_in_text")).toEqual(errors);
  });

  it("fills in what the samples say, and nothing that a value says", async () => {
    const [text, result] = table.resolved;
    const variables = Object.fromEntries(sources.map(({ slug, sample }) => [slug, sample]));
    const resolved = await language.resolve?.(text, variables);
    expect(resolved?.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(resolved?.text).toBe(result);
    const [path, token] = table.tokens[0] ?? [[""], ""];
    const nested = path.reduceRight<unknown>((value, key) => ({ [key]: value }), token);
    const once = await language.resolve?.(token, nested as Record<string, unknown>);
    expect(once?.text).toBe(token);
    const none = await language.resolve?.(token, {});
    expect(none?.diagnostics).toMatchObject([{ code: "missing_variable", severity: "error" }]);
  });

  it("follows a node that gets another name", () => {
    const [template, from, to, after] = table.renamed;
    const config = createImageNodeConfig({ prompt: { template, instructions: template } });
    const renamed = renameConfigReferences(config, from, to, { language });
    expect(renamed.prompt).toMatchObject({ template: after, instructions: after });
    expect(renameConfigReferences(renamed, from, to, { language })).toBe(renamed);
  });

  it("keeps a saved text as it is", () => {
    const [text] = table.diagnosed;
    const config = createImageNodeConfig({ prompt: { template: text, instructions: table.resolved[0] } });
    const read = parseImageNodeConfig(JSON.stringify(config), { language });
    expect(read).toEqual({ config, notes: [] });
    const paths = listConfigReferences(read.config, { language }).map(({ segments }) => segments);
    expect(paths).toContainEqual(language.scan(text).find(({ path }) => path)?.path);
  });
});

describe("a language with several triggers", () => {
  it("is told which of them it is asked for, guarded too", () => {
    for (const language of [difyLanguage, guardLanguage(difyLanguage)]) {
      expect(language.query?.("De", "a ", "/")).toBe("De");
      expect(language.query?.("or", "either", "/")).toBeNull();
      expect(language.query?.("De", "either", "{{#")).toBe("De");
    }
  });
});

describe("an engine of the host's own", () => {
  it("ends a run over an expression that it does not understand, and says why", async () => {
    const resolved = await n8nLanguage.resolve?.("{{ $json.mood.shout() }}", { $json: { mood: "calm" } });
    expect(resolved?.diagnostics).toMatchObject([{ code: "unsupported_expression", severity: "error" }]);
  });

  it("reads own members only", async () => {
    const resolved = await n8nLanguage.resolve?.("{{ $json.constructor }}", { $json: {} });
    expect(resolved?.diagnostics).toMatchObject([{ code: "missing_variable", path: "$json.constructor" }]);
  });
});
