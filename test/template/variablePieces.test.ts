import { describe, expect, it } from "vitest";
import { classifyReference, createVariableIndex } from "image-generation-node/template";
import type { VariableSource } from "image-generation-node/template";

/** Makes a source that counts how often its sample is read. */
function createCountedSource(slug: string, members: Partial<VariableSource> = {}) {
  const reads = { count: 0 };
  const sample = new Proxy(
    { output: { color: "red" } },
    { ownKeys: (target) => (reads.count++, Reflect.ownKeys(target)) },
  );
  return { source: { slug, label: slug.toUpperCase(), sample, ...members }, reads };
}

describe("what one source gives to an index", () => {
  it("is read once, whatever list the source stands in", () => {
    const { source, reads } = createCountedSource("a");
    const other = { slug: "b", label: "B", sample: { x: 1 } };
    for (const list of [[source], [other, source], [source, other]]) {
      const index = createVariableIndex(list);
      expect(index.search("color").items[0]?.path).toBe("a.output.color");
      expect(index.get("a.output.color")).toBe(createVariableIndex([source]).get("a.output.color"));
    }
    const once = createCountedSource("a");
    createVariableIndex([once.source]).search("color");
    expect(reads.count).toBe(once.reads.count);
    expect(reads.count).toBeGreaterThan(0);
  });

  it("is not read for a path of another source, nor for one that is nowhere", () => {
    const { source, reads } = createCountedSource("a");
    const index = createVariableIndex([source, { slug: "b", label: "B", sample: { x: 1 } }]);
    expect(index.get("b.x")?.path).toBe("b.x");
    expect(classifyReference(index, ["b", "y"]).state).toBe("unknown");
    expect(classifyReference(index, ["c", "y"]).state).toBe("unknown");
    expect(index.children("b")).toHaveLength(1);
    expect(reads.count).toBe(0);
  });

  it("is read anew for a source that was given as a new object", () => {
    const before = { slug: "a", label: "A", sample: { x: 1 } };
    expect(createVariableIndex([before]).has("a.x")).toBe(true);
    const after = createVariableIndex([{ ...before, sample: { y: 1 } }]);
    expect([after.has("a.x"), after.has("a.y")]).toEqual([false, true]);
  });

  it("is bounded for each index that has bounds of its own", () => {
    const source = { slug: "a", label: "A", sample: { x: 1, y: 2, z: { deep: 3 } } };
    expect(createVariableIndex([source]).size).toBe(5);
    expect(createVariableIndex([source], { maxLeaves: 1 })).toMatchObject({ truncated: true });
    expect(createVariableIndex([source], { maxDepth: 2 }).size).toBe(4);
    expect(createVariableIndex([source])).toMatchObject({ size: 5, truncated: false });
  });

  it("is known whole where the list of all has no room for it", () => {
    const many = Object.fromEntries(Array.from({ length: 20_001 }, (_, at) => [`k${at}`, at]));
    const index = createVariableIndex([{ slug: "big", label: "", sample: many }]);
    for (const isListed of [false, true]) {
      expect(classifyReference(index, ["big", "k20000"]).state).toBe("known");
      expect(classifyReference(index, ["big", "nope"]).state).toBe("unknown");
      if (!isListed) expect(index.truncated).toBe(true);
    }
  });

  it("is cut where one node has too many, so that nothing of it is called unknown", () => {
    const many = Object.fromEntries(Array.from({ length: 80_001 }, (_, at) => [`k${at}`, at]));
    const index = createVariableIndex([
      { slug: "big", label: "", sample: many },
      { slug: "small", label: "", sample: { x: 1 } },
    ]);
    expect(classifyReference(index, ["big", "k80000"]).state).toBe("open");
    expect(classifyReference(index, ["small", "y"]).state).toBe("unknown");
  });

  it("names all nodes where many share a schema that is too large to be read for each", () => {
    const properties = Object.fromEntries(Array.from({ length: 2_000 }, (_, at) => [`p${at}`, {}]));
    const all = Object.fromEntries(Array.from({ length: 150_000 }, (_, at) => [`x-${at}`, 1]));
    const schema = { properties, ...all };
    const sources = Array.from({ length: 6 }, (_, at) => ({ slug: `n${at}`, label: "", schema }));
    const index = createVariableIndex(sources);
    expect(index.children().map(({ path }) => path)).toEqual(["n0", "n1", "n2", "n3", "n4", "n5"]);
    expect(index.truncated).toBe(true);
    expect(index.search("n5").items[0]?.path).toBe("n5");
  });
});
