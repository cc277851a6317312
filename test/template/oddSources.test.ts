import { describe, expect, it, vi } from "vitest";
import { createVariableIndex } from "image-generation-node/template";
import type { JSONSchema, VariableSource } from "image-generation-node/template";

const of = (schema: JSONSchema) => createVariableIndex([{ slug: "a", label: "A", schema }]);
const pathsOf = (schema: JSONSchema) => [
  ...of(schema)
    .children()
    .map(({ path }) => path),
  ...of(schema)
    .children("a")
    .map(({ path }) => path),
];

describe("a schema that is put together of parts", () => {
  const found: JSONSchema = { properties: { found: { type: "string" } } };

  it("[case 29] is read once where it is a part of itself", () => {
    const parts: JSONSchema[] = [found];
    const circular: JSONSchema = { anyOf: parts };
    parts.push({ allOf: [circular, circular] }, circular);
    expect(pathsOf(circular)).toEqual(["a", "a.found"]);
  });

  it("[case 29] is read once where the same part stands in it over and over", () => {
    let nested = found;
    for (let level = 0; level < 40; level++) nested = { anyOf: [nested, nested] };
    expect(pathsOf(nested)).toEqual(["a", "a.found"]);
  });

  it("[case 29] may be nested as deep as it likes", () => {
    let nested = found;
    for (let level = 0; level < 9_000; level++) nested = { oneOf: [nested] };
    expect(pathsOf(nested)).toEqual(["a", "a.found"]);
  });

  it("[case 29] ends somewhere, even if it makes new parts whenever it is read", () => {
    const endless = (): JSONSchema => ({
      get anyOf() {
        return [endless(), endless()];
      },
    });
    expect(of(endless()).size).toBe(1);
  });
});

describe("a list of sources that holds something else", () => {
  it("[case 32] leaves out what is no source, says so, and takes a number for a name", () => {
    const warn = vi.spyOn(console, "warn").mockReturnValue();
    const odd: unknown = [null, undefined, 5, {}, { slug: 5 }, { slug: "a", label: 7, sample: { x: 1 } }];
    const index = createVariableIndex(odd as VariableSource[]);
    expect(index.children().map(({ path }) => path)).toEqual(["a"]);
    expect(index.search("7").items.map(({ path }) => path)).toEqual(["a"]);
    expect(index.size).toBe(2);
    expect(warn.mock.calls).toEqual([[expect.stringContaining("no slug")]]);
    warn.mockRestore();
  });
});
