import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createVariableIndex } from "image-generation-node/template";

const NAMES = ["field_1", "field_12", "output", "imageUrl", "a b", "B.c", "x-y", "İd", "list"];
const sample = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.integer(),
    fc.array(tie("value"), { maxLength: 1 }),
    fc.dictionary(fc.constantFrom(...NAMES), tie("value"), { maxKeys: 5 }),
  ),
})).value;
const sources = fc.uniqueArray(
  fc.record({
    slug: fc.constantFrom(...NAMES),
    label: fc.constantFrom("My field", "Output", "field_1"),
    sample,
    distance: fc.constantFrom(1, 2, undefined, -1),
  }),
  { selector: ({ slug }) => slug, maxLength: 6 },
);
const queries = fc.constantFrom("field_12", "output.field_1", "my field", "imageurl", "put.", "a b.c", "i̇d");

describe("a query that grows", () => {
  it("finds at each letter what a search for the whole of it finds", () => {
    fc.assert(
      fc.property(sources, queries, fc.integer({ min: 1, max: 60 }), (list, query, limit) => {
        const index = createVariableIndex(list);
        for (let length = 1; length <= query.length; length++) {
          const typed = query.slice(0, length);
          const fresh = createVariableIndex(list);
          expect(index.search(typed, { limit })).toEqual(fresh.search(typed, { limit }));
        }
      }),
      { numRuns: 300 },
    );
  });

  it("finds the best of thousands, as a list of all of them has them", () => {
    const output = Object.fromEntries(
      Array.from({ length: 3_000 }, (_, at) => [`field_${at}`, { value: at, [`field_${at}`]: at }]),
    );
    const index = createVariableIndex([{ slug: "trigger", label: "Trigger", sample: { output } }]);
    for (const typed of ["f", "field", "field_1", "field_12", "field_12.", "e"]) {
      const all = index.search(typed, { limit: 100_000 });
      const best = index.search(typed, { limit: 10 });
      expect(best.items).toEqual(all.items.slice(0, 10));
      expect(best.total).toBe(all.items.length);
    }
  });

  it("begins anew after a letter was taken back", () => {
    const index = createVariableIndex([{ slug: "a", label: "A", sample: { color: 1, cold: 2 } }]);
    const paths = (query: string) => index.search(query).items.map(({ path }) => path);
    expect(paths("col")).toEqual(["a.color", "a.cold"]);
    expect(paths("colo")).toEqual(["a.color"]);
    expect(paths("col")).toEqual(["a.color", "a.cold"]);
  });
});
