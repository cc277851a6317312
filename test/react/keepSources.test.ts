import { describe, expect, it, vi } from "vitest";
import type { VariableSource } from "image-generation-node/template";
import { keepSources, shareSources } from "../../src/react/internal/keepSources.js";

const createSources = (): VariableSource[] =>
  Array.from({ length: 5 }, (_, at) => ({
    slug: `node_${at}`,
    label: `Node ${at}`,
    distance: at,
    sample: { output: { list: [{ at }], text: "x" } },
    schema: { properties: { output: { type: "object" } } },
  }));

describe("a list that is made anew", () => {
  it.each<[string, (list: readonly VariableSource[]) => readonly VariableSource[]]>([
    ["of the same sources", (list) => [...list]],
    ["of sources with the same members", (list) => list.map((source) => ({ ...source }))],
    ["of sources whose data is equal", () => createSources()],
  ])("is the list before it where it is %s", (_, makeAnew) => {
    const before = createSources();
    expect(keepSources(before, makeAnew(before))).toBe(before);
  });

  it.each<[string, Partial<VariableSource> & Record<string, unknown>]>([
    ["its label", { label: "Another" }],
    ["its distance", { distance: 9 }],
    ["a member that it did not have", { sensitive: true }],
    ["a member that the host added", { color: "red" }],
    ["a value of its sample", { sample: { output: { list: [{ at: 9 }], text: "x" } } }],
    ["the order in its sample", { sample: { output: { text: "x", list: [{ at: 2 }] } } }],
    ["its schema", { schema: { properties: { output: { type: "string" } } } }],
    ["a sample that is no plain data", { sample: new Date(0) }],
  ])("keeps all sources but the one that differs in %s", (_, members) => {
    const before = createSources();
    const next = createSources().map((source, at) => (at === 2 ? { ...source, ...members } : source));
    const kept = keepSources(before, next);
    expect(kept).not.toBe(before);
    expect(kept.map((source, at) => source === before[at])).toEqual([true, true, false, true, true]);
    expect(kept[2]).toBe(next[2]);
  });

  it("keeps sources that moved, when one was put before them", () => {
    const before = createSources();
    const first = { slug: "first", label: "First" };
    const kept = keepSources(before, [first, ...createSources()]);
    expect(kept).toEqual([first, ...before]);
    expect(kept.slice(1).every((source, at) => source === before[at])).toBe(true);
  });

  it("takes sources that throw, that hold themselves or that are large for new ones", () => {
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    const other: Record<string, unknown> = {};
    other.self = other;
    const large = () => ({ list: Array.from({ length: 60_000 }, (_, at) => at) });
    const throwing = () => ({
      get x(): unknown {
        throw new Error("No.");
      },
    });
    const makers: [unknown, unknown][] = [
      [circle, other],
      [large(), large()],
      [throwing(), throwing()],
    ];
    for (const [a, b] of makers) {
      const before = [{ slug: "a", label: "A", sample: a }];
      const next = [{ slug: "a", label: "A", sample: b }];
      expect(keepSources(before, next)[0]).toBe(next[0]);
    }
  });

  it("is taken as it is where a source throws when its slug is read", () => {
    const throwing = () =>
      Object.defineProperty({ label: "A" }, "slug", {
        enumerable: true,
        get() {
          throw new Error("No.");
        },
      }) as VariableSource;
    const next = [throwing()];
    expect(keepSources([throwing()], next)).toBe(next);
  });

  it("is compared without reading anything where its sources are the same objects", () => {
    const read = vi.fn();
    const source = { slug: "a", label: "A" };
    Object.defineProperty(source, "sample", { get: read, enumerable: true });
    const before = [source];
    expect(keepSources(before, [source])).toBe(before);
    expect(read).not.toHaveBeenCalled();
  });
});

it("lists of the same sources are one, whoever made them", () => {
  const sources = createSources();
  const first = shareSources([...sources]);
  expect(shareSources([...sources])).toBe(first);
  expect(shareSources(sources.slice(0, 3))).not.toBe(first);
  expect(shareSources([...sources].reverse())).not.toBe(first);
  expect(shareSources([])).toEqual([]);
});
