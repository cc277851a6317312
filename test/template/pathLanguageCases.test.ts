import { describe, expect, it } from "vitest";
import { createPathLanguage } from "image-generation-node/template";
import type { PathLanguageOptions } from "image-generation-node/template";
import templateCases from "../../template-cases.json" with { type: "json" };

interface Spelling extends PathLanguageOptions {
  /** Cases that this spelling reads otherwise, each with the reason. */
  other: Readonly<Record<string, string>>;
}

const READS_DIGITS = "a first name may start with a digit";
const CLOSES = "its closing delimiter stands in the text";

const SPELLINGS: readonly Spelling[] = [
  {
    open: "{{#",
    close: "#}}",
    other: {
      "a key in single quotes": "either kind of quotes is read",
      "unsupported: a number": READS_DIGITS,
      "unsupported: a digit first": READS_DIGITS,
    },
  },
  {
    open: "<",
    close: ">",
    other: {
      "a key in single quotes": "either kind of quotes is read",
      "unsupported: a number": READS_DIGITS,
      "unsupported: a digit first": READS_DIGITS,
      "unsupported: a partial": CLOSES,
    },
  },
  {
    open: "${",
    close: "}",
    other: {
      "a key in single quotes": "either kind of quotes is read",
      "unsupported: a number": READS_DIGITS,
      "unsupported: a digit first": READS_DIGITS,
      "one closing brace": CLOSES,
    },
  },
  {
    open: "{{",
    close: "}}",
    path: "brackets",
    other: {
      "a key in single quotes": "either kind of quotes is read",
      "unsupported: a number": READS_DIGITS,
      "unsupported: a digit first": READS_DIGITS,
    },
  },
];

const toEscape = (unit: string) => "\\u" + unit.charCodeAt(0).toString(16).padStart(4, "0");

/** Puts other delimiters in place of the braces; of a longer run of them the last open, or the first behind an escape. */
function respell(text: string, { open, close }: PathLanguageOptions): string {
  return text
    .replace(/(\\?)(\{{2,})/g, (_, escape: string, run: string) => {
      const odd = run.length % 2 ? "{" : "";
      const opened = open.repeat(run.length >> 1);
      return escape ? escape + opened + odd : odd + opened;
    })
    .replaceAll("\\u007d\\u007d", close.replace(/[^]/g, toEscape))
    .replace(/\}{2,}/g, (run) => close.repeat(run.length >> 1) + (run.length % 2 ? "}" : ""));
}

/** Respells what variables hold, and their keys. */
function respellAll(value: unknown, spell: (text: string) => string): unknown {
  if (typeof value === "string") return spell(value);
  if (Array.isArray(value)) return value.map((element) => respellAll(element, spell));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [spell(key), respellAll(member, spell)]),
  );
}

/** Writes keys in single quotes, as hosts with brackets do. */
const withBrackets = (text: string) =>
  text
    .replace(/\["([^"\\\]']*)"\]/g, "['$1']")
    .replace(
      /\{\{([\w$]+)((?:\.[A-Za-z_$][\w$-]*)+)/g,
      (_, head: string, rest: string) => `{{${head}${rest.replace(/\.([\w$-]+)/g, "['$1']")}`,
    );

/** Cases with a default or an optional part, which a plain path has not. */
const isBeyond = (text: string) => /\{\{[^{}]*(?:\?\.|\?\?)/.test(text);

describe.each(SPELLINGS)("template-cases.json in $open…$close, path $path", ({ other, ...options }) => {
  const spell = (text: string) => respell(options.path === "brackets" ? withBrackets(text) : text, options);
  const language = createPathLanguage({ ...options, others: "fault", escape: "\\" });
  const run = ({ text, variables }: { text: string; variables: unknown }) => {
    const resolved = language.resolve?.(
      spell(text),
      respellAll(variables, (value) => respell(value, options)) as Record<string, unknown>,
    );
    if (!resolved || resolved instanceof Promise) throw new Error("It does not resolve at once.");
    return resolved;
  };
  const plain = templateCases.filter(({ name, text }) => !isBeyond(text) && !(name in other));

  it.each(plain)("$name", (example) => {
    const { text, diagnostics } = run(example);
    // Its first braces stood behind an escape, which the result no longer shows.
    const behind = example.name === "an escape before three braces" ? "\\" : "";
    // A value is no template, whose paths would be respelled.
    const isValue = /\{\{/.test(JSON.stringify(example.variables));
    const result = behind + example.result;
    expect(behind + text).toBe(isValue ? respell(result, options) : spell(result));
    expect(
      diagnostics.map(({ code, severity, path }) => ({
        code,
        severity,
        ...(path !== undefined && { path }),
      })),
    ).toEqual(example.diagnostics);
  });

  it.each(templateCases.filter(({ text }) => isBeyond(text)))("has no $name", (example) => {
    expect(run(example).diagnostics.map(({ code }) => code)).toContain("unsupported_expression");
  });

  it("has other results where it is another language", () => {
    const named = templateCases.filter(({ name }) => name in other);
    expect(named.map(({ name }) => name).sort()).toEqual(Object.keys(other).sort());
    for (const example of named) {
      const { text, diagnostics } = run(example);
      expect([text, diagnostics.map(({ code }) => code)]).not.toEqual([
        spell(example.result),
        example.diagnostics.map(({ code }) => code),
      ]);
    }
  });

  it("ran them all", () => {
    const otherwise = Object.keys(other).length;
    expect(plain.length).toBe(167 - otherwise);
    expect(templateCases.length - plain.length - otherwise).toBe(32);
  });
});
