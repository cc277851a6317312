import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const source = join(root, "src/react");
const files = readdirSync(source, { recursive: true, encoding: "utf8" });
const read = (path: string) => readFileSync(join(source, path), "utf8");

/** Values of `data-imagenode-part` that stand in the source by name. */
const values = new Set(
  files
    .filter((path) => /\.tsx?$/.test(path))
    .flatMap((path) => [...read(path).matchAll(/data-imagenode-part"?(?:=|: )"([a-z-]+)"/g)])
    .map((match) => match[1] ?? ""),
);

/** Values that a public part of that name owns. */
const owned = new Set(
  files
    .filter((path) => path.endsWith(".parts.ts"))
    .flatMap((path) => [...read(path).matchAll(/export \{ (\w+) as \w+ \}/g)])
    .map((match) => (match[1] ?? "").replace(/([a-z])([A-Z])/g, "$1-$2").toLowerCase()),
);

const rows = readFileSync(join(root, "stories/tables/parts.md"), "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| `"))
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map(([, attribute = "", decision = "", how = ""]) => ({
    value: attribute.replaceAll("`", ""),
    decision,
    how,
  }));

describe("the table of elements that no part of their name owns", () => {
  it("finds both", () => {
    expect(values.size).toBeGreaterThan(150);
    expect(owned.size).toBeGreaterThan(100);
  });

  it("has a row for each, and none for another", () => {
    const expected = [...values].filter((value) => !owned.has(value)).sort();
    expect(rows.map(({ value }) => value)).toEqual(expected);
  });

  it("says of each how a host replaces it, or that it is a detail", () => {
    const wrong = rows.filter(({ decision, how }) => !/^(?:part|slot|detail)$/.test(decision) || how === "");
    expect(wrong).toEqual([]);
  });

  it("names only parts that there are", () => {
    const text = rows.map(({ how }) => how).join(" ");
    const parts = new Set(
      files
        .filter((path) => path.endsWith(".parts.ts"))
        .flatMap((path) => [...read(path).matchAll(/export \{ \w+ as (\w+) \}/g)])
        .map((match) => match[1] ?? ""),
    );
    const named = [...text.matchAll(/`[A-Z]\w+\.(\w+)`/g)];
    expect(named.length).toBeGreaterThan(30);
    const missing = named.filter((match) => !parts.has(match[1] ?? ""));
    expect(missing.map(([name]) => name)).toEqual([]);
  });
});
