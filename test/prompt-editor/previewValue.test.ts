import type { Variable, VariableIndex } from "image-generation-node/template";
import { createVariableIndex, doubleBraceLanguage } from "image-generation-node/template";
import { describe, expect, it } from "vitest";
import { classifyTokens } from "../../src/react/prompt-editor/backdrop/classifyTokens.js";
import { diagnoseText } from "../../src/react/prompt-editor/analysis/diagnoseText.js";
import { previewValue } from "../../src/react/prompt-editor/list/previewValue.js";
import { resolveWithSamples } from "../../src/react/prompt-editor/analysis/resolveWithSamples.js";
import type { ResolvedSample } from "../../src/react/prompt-editor/analysis/resolveWithSamples.js";
import { createTranslate, en } from "../../src/react/messages/index.js";
import { SOURCES } from "./sources.js";

const variable = (sample: unknown, sensitive = false, branch = false): Variable => ({
  path: "n.v",
  segments: ["n", "v"],
  label: "v",
  type: "unknown",
  source: { slug: "n", label: "N", sensitive },
  sample,
  branch,
});

const t = createTranslate(en);

/** Resolves in this package's language, which needs no waiting. */
function resolve(text: string, index: VariableIndex, masked: string | null): ResolvedSample {
  const resolved = resolveWithSamples(text, index, masked, doubleBraceLanguage);
  if (!resolved || "then" in resolved) throw new Error("It is there at once.");
  return resolved;
}

const throwing = {
  get value(): string {
    throw new Error("no");
  },
};
const cyclic: Record<string, unknown> = {};
cyclic.self = cyclic;
const hostile = new Proxy(
  {},
  {
    ownKeys: () => {
      throw new Error("no");
    },
  },
);

/** Whether no pair of surrogates is split: only whole letters can be encoded. */
function isWhole(text: string | null): boolean {
  try {
    encodeURIComponent(text ?? "");
    return true;
  } catch {
    return false;
  }
}

describe("previewValue", () => {
  it.each<[name: string, sample: () => unknown, preview: string | null]>([
    ["a text", () => "noir", "noir"],
    ["an empty text", () => "", ""],
    ["zero", () => 0, "0"],
    ["no number", () => NaN, "NaN"],
    ["a big integer", () => 10n, "10"],
    ["false", () => false, "false"],
    ["null", () => null, "empty"],
    ["nothing", () => undefined, null],
    ["a function", () => () => 1, null],
    ["an object by what it holds", () => ({ a: 1, b: { c: 2 } }), "a, b"],
    ["an object that holds nothing", () => ({}), null],
    ["a list by its length", () => [1, 2], "2 items"],
    ["a date", () => new Date(0), null],
    ["a getter that throws", () => throwing, "value"],
    ["a cycle", () => cyclic, "self"],
    ["a proxy that throws", () => hostile, null],
  ])("[case 32] shows %s", (_name, sample, preview) => {
    expect(previewValue(variable(sample()), true, t)).toBe(preview);
  });

  it("tells what an object holds only where the whole value is asked for", () => {
    expect(previewValue(variable({ a: 1 }), false, t)).toBeNull();
    expect(previewValue(variable("text"), false, t)).toBe("text");
  });

  it("[case 32] cuts a megabyte to two hundred letters, at a whole letter", () => {
    expect(previewValue(variable("y".repeat(1e6)), true, t)).toHaveLength(200);
    expect(isWhole(previewValue(variable("y".repeat(198) + "😀😀"), true, t))).toBe(true);
  });

  it("masks what is sensitive, even in the active row", () => {
    expect(previewValue(variable("secret", true), true, t)).toBe("hidden");
    expect(previewValue(variable({ a: "secret" }, true, true), true, t)).toBeNull();
  });
});

describe("resolveWithSamples", () => {
  const index = createVariableIndex(SOURCES);

  it("fills in samples, masks sensitive ones and says whether any is missing", () => {
    const text = "A {{trigger.output.style}} key {{vault.output.token}}!";
    const resolved = resolve(text, index, "hidden");
    expect(resolved.text).toBe("A noir key hidden!");
    expect(resolved.spans.map(({ start, end }) => resolved.text.slice(start, end))).toEqual([
      "noir",
      "hidden",
    ]);
    expect(resolved.complete).toBe(true);
    expect(resolve("{{trigger.output.nope}}", index, "hidden")).toMatchObject({
      text: "{{trigger.output.nope}}",
      complete: false,
    });
  });
});

describe("diagnoseText", () => {
  const index = createVariableIndex(SOURCES);
  const codes = (text: string, maxLength?: number, typingAt: number | null = null) =>
    diagnoseText(
      { text, index, typingAt, language: doubleBraceLanguage },
      resolve(text, index, null),
      maxLength,
    ).map(({ code, severity }) => `${severity} ${code}`);

  it("measures the text with its sample values", () => {
    expect(codes("twelve signs", 11)).toEqual(["error too_long"]);
    expect(codes("twelve signs", 12)).toEqual([]);
    expect(codes("{{trigger.output.style}}", 4)).toEqual([]);
    expect(codes("{{trigger.output.style}}", 3)).toEqual(["warning too_long"]);
    expect(codes("{{trigger.output.nope}}", 3)).toEqual(["error unknown_variable"]);
  });

  it("[case 6] leaves out the token that is being typed", () => {
    expect(codes("{{nope}} {{nope}}", undefined, 9)).toEqual(["error unknown_variable"]);
  });
});

describe("classifyTokens", () => {
  const index = createVariableIndex(SOURCES);

  it.each([
    ["{{trigger.output.style}}", "known"],
    ["{{ trigger.output.style }}", "known"],
    ['{{trigger.output["odd key"]}}', "known"],
    ["{{trigger.output.nope}}", "unknown"],
    ["{{nope}}", "unknown"],
    ["{{later.output.text}}", "late"],
    ["{{}}", "invalid"],
    ["{{1 + 1}}", "invalid"],
    ["{{trigger", "invalid"],
    ["{{__proto__}}", "unknown"],
    ["{{constructor.name}}", "unknown"],
    ["{{trigger.toString}}", "unknown"],
  ])("[case 31] calls %s %s", (text, state) => {
    expect(
      classifyTokens(`x ${text}`, 0, index, null, doubleBraceLanguage).map((mark) => mark.state),
    ).toEqual([state]);
  });

  it("[case 6] calls the token that is being typed pending, wherever its line begins", () => {
    expect(
      classifyTokens("a {{nope}} {{nope}}", 100, index, 102, doubleBraceLanguage).map((mark) => mark.state),
    ).toEqual(["pending", "unknown"]);
  });
});
