import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPathLanguage } from "image-generation-node/template";
import type { PathLanguageOptions } from "image-generation-node/template";
import { OPTIONS } from "../hostile/pathLanguageTexts.js";
import { LANGUAGES, NAMES } from "./pathLanguages.js";
import type { LanguageName } from "./pathLanguages.js";

function resolve(name: LanguageName, text: string, variables: unknown, maxLength?: number) {
  const resolved = LANGUAGES[name].resolve?.(text, variables as Record<string, unknown>, { maxLength });
  if (!resolved || resolved instanceof Promise) throw new Error("It does not resolve at once.");
  return resolved;
}

const write = (name: LanguageName, ...path: readonly (string | number)[]) =>
  LANGUAGES[name].format(path, undefined);

describe.each(NAMES)("resolving in %s", (name) => {
  it("fills values in, and says where", () => {
    const text = `A ${write(name, "a", "b")} cat`;
    expect(resolve(name, text, { a: { b: "red" } })).toMatchObject({
      text: "A red cat",
      diagnostics: [],
      spans: [{ start: 2, end: 5, path: "a.b" }],
    });
  });

  it("never reads a prototype", () => {
    for (const path of [
      ["__proto__", "x"],
      ["constructor", "name"],
      ["toString", "name"],
      ["a", "__proto__"],
    ]) {
      const text = write(name, ...path);
      const variables = { a: Object.create({ x: "inherited" }) as unknown };
      expect(resolve(name, text, variables)).toMatchObject({
        text,
        diagnostics: [{ code: "missing_variable" }],
      });
    }
    const own = JSON.parse('{"a": {"__proto__": "x", "constructor": "y", "prototype": "z"}}') as unknown;
    for (const key of ["__proto__", "constructor", "prototype"]) {
      expect(resolve(name, write(name, "a", key), own).diagnostics[0]?.code).toBe("missing_variable");
    }
  });

  it("never reads a value again", () => {
    const token = write(name, "a", "b");
    const variables = { a: { b: "red", whole: token, half: token.slice(0, -1), end: token.slice(-1) } };
    expect(resolve(name, `A ${write(name, "a", "whole")} cat`, variables).text).toBe(`A ${token} cat`);
    const halves = `${write(name, "a", "half")} ${write(name, "a", "end")}`;
    expect(resolve(name, halves, variables).text).toBe(`${token.slice(0, -1)} ${token.slice(-1)}`);
  });

  it("refuses what is missing, and suggests what was meant", () => {
    expect(resolve(name, write(name, "a", "colour"), { a: { color: "red" } }).diagnostics).toMatchObject([
      { code: "missing_variable", severity: "error", path: "a.colour", suggestion: "a.color" },
    ]);
    expect(resolve(name, write(name, "a", "b"), null).diagnostics[0]?.code).toBe("missing_variable");
  });

  it("stops at a length", () => {
    const { text, diagnostics } = resolve(name, write(name, "a", "b"), { a: { b: "x".repeat(50) } }, 10);
    expect([text, diagnostics[0]?.code]).toEqual(["x".repeat(10), "too_long"]);
    const token = `${write(name, "a", "b")} `;
    const long = resolve(name, token.repeat(20), { a: { b: "x".repeat(100_000) } });
    expect([long.text.length, long.diagnostics[0]?.code]).toEqual([1_000_000, "too_long"]);
  });
});

describe("an expression of another engine", () => {
  it("is passed on", () => {
    const language = createPathLanguage({ open: "{{", close: "}}", others: "expression" });
    expect(language.resolve?.("{{a}} {{API_KEY()}} {{}}", { a: "x" })).toMatchObject({
      text: "x {{API_KEY()}} {{}}",
      diagnostics: [],
    });
  });
});

describe("an escaped text", () => {
  const escaping: readonly PathLanguageOptions[] = [
    ...OPTIONS.map((options) => ({ ...options, escape: "\\" })),
    { open: "${", close: "}", escape: "$" },
    { open: "🦊", close: "🐻", escape: "~" },
  ];
  it.each(escaping)("stands for itself in $open…$close with $escape", (options) => {
    const { escape = (text) => text, resolve: fill, scan } = createPathLanguage(options);
    const units = ["<", "a", "\\", "$", "{", "}", "~", "%", "#", " ", ">", '"', options.open, options.close];
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...units) }), (text) => {
        expect(fill?.(escape(text), {})).toMatchObject({ text, diagnostics: [] });
        expect(scan(escape(text))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});
