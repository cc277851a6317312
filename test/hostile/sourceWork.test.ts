import { growthOf } from "./countSteps.js";
import { schemaFromType, sourcesFromPaths } from "image-generation-node/template";
import { beforeAll, describe, expect, it, vi } from "vitest";

/** Work that no input may need more of than a linear one. */
const LINEAR = 8;

beforeAll(() => {
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
});

const numbered = (count: number, name: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => name(at));
const nested = (levels: number, before: string, after: string) =>
  `${before.repeat(levels)}x${after.repeat(levels)}`;

describe("sources of paths", () => {
  it.each([
    ["of one node", (n: number) => sourcesFromPaths(numbered(n, (at) => `a.b${at}`))],
    ["of many nodes", (n: number) => sourcesFromPaths(numbered(n, (at) => `a${at}.b`))],
    ["that are equal", (n: number) => sourcesFromPaths(numbered(n, () => "a.b[0].c"))],
    ["that can't be read", (n: number) => sourcesFromPaths(numbered(n, (at) => `..${at}`))],
    ["of many segments", (n: number) => sourcesFromPaths(["a.".repeat(n) + "a", "a[0]".repeat(n)])],
    [
      "with one schema",
      (n: number) => {
        const schema = Object.fromEntries(numbered(50, (at) => `x${at}`).map((key) => [key, key]));
        return sourcesFromPaths(numbered(n, (at) => `a.b${at}`).map((path) => ({ path, schema })));
      },
    ],
  ])("grow with their number: %s", async (_, work) => {
    expect(await growthOf(work, 500)).toBeLessThan(LINEAR);
  });

  it("are made of 100,000 paths", () => {
    expect(sourcesFromPaths(numbered(100_000, (at) => `a${at % 10}.b${at}[0].c`))).toHaveLength(10);
  });
});

describe("the schema of a type", () => {
  it.each([
    ["objects", (n: number) => schemaFromType(nested(n, "{a:", "}"))],
    ["records", (n: number) => schemaFromType(nested(n, "Record<", ">"))],
    ["records of records", (n: number) => schemaFromType(nested(n, "Record<string,", ">"))],
    ["arrays", (n: number) => schemaFromType(nested(n, "", "[]"))],
    ["unions", (n: number) => schemaFromType("string|".repeat(n))],
    ["unions of objects", (n: number) => schemaFromType("{a:b}|".repeat(n))],
    ["unions in unions", (n: number) => schemaFromType(nested(n, "(string|(number|", "))"))],
    ["intersections", (n: number) => schemaFromType("{a:b}&".repeat(n))],
    ["members", (n: number) => schemaFromType(`{${"a:b|c;".repeat(n)}}`)],
    ["lines", (n: number) => schemaFromType(`{${"a:b\n".repeat(n)}}`)],
    ["brackets", (n: number) => schemaFromType("{".repeat(n))],
    ["tuples", (n: number) => schemaFromType(`[${"a?:b,".repeat(n)}]`)],
    [
      "objects of texts",
      (n: number) =>
        schemaFromType(Object.fromEntries(numbered(n, (at) => `a${at}`).map((key) => [key, "x[]"]))),
    ],
  ])("grows with its text: %s", async (_, work) => {
    expect(await growthOf(work, 500)).toBeLessThan(LINEAR);
  });
});
