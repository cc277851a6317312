import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Entry of the list of cases: its number, and whether a benchmark holds it instead of a test. */
interface Entry {
  readonly number: number;
  readonly benchmark: boolean;
}

function readEntries(markdown: string): readonly Entry[] {
  return [...markdown.matchAll(/^(\d+)\. ((?:.|\n(?! *\n|\d+\. |#))*)/gm)].map(([, number, text]) => ({
    number: Number(number),
    benchmark: text?.includes("(benchmark)") ?? false,
  }));
}

/** Lists the numbers of the cases that a source names. */
const readCited = (source: string) =>
  [...source.matchAll(/\[case (\d+)\]/g)].map(([, number]) => Number(number));

function readFolder(folder: string, isRead: (name: string) => boolean): ReadonlySet<number> {
  const files = readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && isRead(entry.name),
  );
  return new Set(
    files.flatMap(({ parentPath, name }) => readCited(readFileSync(join(parentPath, name), "utf8"))),
  );
}

function compare(entries: readonly Entry[], tested: ReadonlySet<number>, measured: ReadonlySet<number>) {
  const known = new Set(entries.map(({ number }) => number));
  return {
    withoutEntry: [...tested, ...measured].filter((number) => !known.has(number)),
    withoutTest: entries
      .filter(({ number, benchmark }) => !(benchmark ? measured : tested).has(number))
      .map(({ number }) => number),
  };
}

describe("the acceptance cases", () => {
  const entries = readEntries(readFileSync(join(root, "test/prompt-editor/CASES.md"), "utf8"));
  const tested = readFolder("test", (name) => /\.test\.tsx?$/.test(name));
  const measured = readFolder("bench", (name) => /\.tsx?$/.test(name));

  it("are numbered from 1 without a gap", () => {
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.map(({ number }) => number)).toEqual(entries.map((_, position) => position + 1));
  });

  it("have an entry each, and each entry has its test or benchmark", () => {
    expect(compare(entries, tested, measured)).toEqual({ withoutEntry: [], withoutTest: [] });
  });
});

describe("the comparison", () => {
  const cite = (number: number) => `it("[case ${number}] works")`;

  it("reads entries that run over several lines, and numbers in titles", () => {
    const markdown =
      "# Cases\n\n1. One\n   goes on.\n2. Two takes\n   long (benchmark).\n\n## More\n\n3. Three.\n";
    expect(readEntries(markdown)).toEqual([
      { number: 1, benchmark: false },
      { number: 2, benchmark: true },
      { number: 3, benchmark: false },
    ]);
    expect(readCited(`${cite(7)}; ${cite(12)}`)).toEqual([7, 12]);
  });

  it("notices a test without an entry, and an entry without a test", () => {
    const entries = [
      { number: 1, benchmark: false },
      { number: 2, benchmark: true },
    ];
    expect(compare(entries, new Set([1, 3]), new Set([2]))).toEqual({ withoutEntry: [3], withoutTest: [] });
    expect(compare(entries, new Set([2]), new Set([1]))).toEqual({ withoutEntry: [], withoutTest: [1, 2] });
  });
});
