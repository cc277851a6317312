import fc from "fast-check";
import { createVariableIndex, diagnoseTemplate, doubleBraceLanguage } from "image-generation-node/template";
import type { VariableIndex } from "image-generation-node/template";
import { describe, expect, it } from "vitest";
import { createTranslate, en } from "../../src/react/messages/index.js";
import { previewValue } from "../../src/react/prompt-editor/list/previewValue.js";
import { resolveWithSamples } from "../../src/react/prompt-editor/analysis/resolveWithSamples.js";
import type { ResolvedSample } from "../../src/react/prompt-editor/analysis/resolveWithSamples.js";
import { searchVariables } from "../../src/react/prompt-editor/list/searchVariables.js";

const indexOf = (sample: unknown) => createVariableIndex([{ slug: "node", label: "Node", sample }]);

/** Resolves in this package's language, which needs no waiting. */
function resolve(text: string, index: VariableIndex, masked: string | null): ResolvedSample {
  const resolved = resolveWithSamples(text, index, masked, doubleBraceLanguage);
  if (!resolved || "then" in resolved) throw new Error("It is there at once.");
  return resolved;
}

const under = (sample: unknown, query: string) =>
  searchVariables(query, indexOf(sample), { limit: 50 }).items.map(({ path }) => path);

describe("[case 29] lists in lists, and what is missing in them", () => {
  const sparse: unknown[] = [];
  sparse[3] = "x";
  it.each<[name: string, sample: unknown, query: string, paths: string[]]>([
    [
      "a list of objects",
      { items: [{ name: "a" }, { name: "b" }] },
      "node.items[",
      ["node.items[0]", "node.items[0].name"],
    ],
    [
      "its elements",
      { items: [{ name: "a", size: 1 }] },
      "node.items[0].",
      ["node.items[0].name", "node.items[0].size"],
    ],
    ["a list in a list", { rows: [[1, 2], [3]] }, "node.rows[0][", ["node.rows[0][0]"]],
    ["a list in a list in an object", { a: [{ b: [{ c: 1 }] }] }, "node.a[0].b[0].", ["node.a[0].b[0].c"]],
    ["an optional step", { a: { b: 1 } }, "node.a?.", ["node.a.b"]],
  ])("offers the children of %s", (_name, sample, query, paths) => {
    expect(under(sample, query)).toEqual(paths);
  });

  it.each([
    ["empty", []],
    ["sparse", sparse],
    ["full of nothing", [null, undefined]],
  ])("takes a list that is %s", (_name, items) => {
    const isChild = (path: string) => !path.endsWith("]");
    expect(under({ items, name: "x" }, "node.").filter(isChild)).toEqual(["node.items", "node.name"]);
    expect(() => under({ items }, "node.items[")).not.toThrow();
  });
});

describe("[case 31] names of the language itself", () => {
  const NAMES = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"];

  it("are unknown where nobody put them", () => {
    for (const name of NAMES) {
      const text = `{{node.${name}}} {{${name}}}`;
      const states = diagnoseTemplate(text, indexOf({ own: 1 })).map(({ code }) => code);
      expect(states, name).toHaveLength(2);
      expect(resolve(text, indexOf({ own: 1 }), null).complete).toBe(false);
    }
  });
});

describe("[case 32] any value", () => {
  it("resolves, is diagnosed and is shown without an error", () => {
    const hostile = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSparseArray: true,
      withNullPrototype: true,
      withObjectString: true,
    });
    fc.assert(
      fc.property(hostile, fc.string({ unit: "grapheme" }), (value, text) => {
        const index = indexOf(value);
        const template = `${text}{{node}}{{node.a}}{{${text}`;
        expect(typeof resolve(template, index, "hidden").text).toBe("string");
        expect(Array.isArray(diagnoseTemplate(template, index))).toBe(true);
        for (const variable of index.search("", { limit: 20 }).items) {
          expect(previewValue(variable, true, createTranslate(en))?.length ?? 0).toBeLessThanOrEqual(200);
        }
      }),
    );
  });
});

describe("[case 24] quotes that a keyboard made curly", () => {
  it("search as straight ones do", () => {
    const sample = { "odd key": 1, other: 2 };
    expect(under(sample, "node[“od")).toEqual(under(sample, 'node["od'));
    expect(under(sample, "node[“od")[0]).toBe('node["odd key"]');
  });
});

describe("[case 1] branches and their leaves", () => {
  const wide = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`key${i}`, i]));

  it("lists each branch with its leaves below it", () => {
    const sample = { deep: { a: { b: 1 }, c: 2 }, plain: 3, empty: {} };
    expect(under(sample, "")).toEqual(["node", "node.plain", "node.empty", "node.deep.c", "node.deep.a.b"]);
    expect(under(sample, "node.")).toEqual([
      "node.deep",
      "node.deep.c",
      "node.deep.a.b",
      "node.plain",
      "node.empty",
    ]);
  });

  it("shares the room evenly, so that no node hides another", () => {
    const sources = ["a", "b", "c"].map((slug) => ({ slug, label: slug, sample: wide(100) }));
    const { items, total } = searchVariables("", createVariableIndex(sources), { limit: 12 });
    expect(items.map(({ path }) => path)).toEqual(
      ["a", "b", "c"].flatMap((slug) => [slug, `${slug}.key0`, `${slug}.key1`, `${slug}.key2`]),
    );
    expect(total).toBe(303);
  });

  it("lists nodes alone where there is room for no more", () => {
    const sources = Array.from({ length: 60 }, (_, i) => ({ slug: `n${i}`, label: "", sample: wide(2) }));
    const { items } = searchVariables("", createVariableIndex(sources), { limit: 50 });
    expect(items.every(({ path }) => !path.includes("."))).toBe(true);
    expect(items).toHaveLength(50);
  });
});
