import { readFileSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "./sourceFiles.js";

const MOST_LINES = 300;
const FOLDERS = ["bench", "scripts", "src", "stories", "test"];

/** Files that may be longer, each with the reason. */
const LONGER: Readonly<Record<string, string>> = {};

const countLines = (text: string) => text.replace(/\n$/, "").split("\n").length;

const files = FOLDERS.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:tsx?|css|mdx)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name)),
)
  .filter((file) => !/[\\/](?:node_modules|dist|\.next)[\\/]/.test(file))
  .map((file) => ({
    path: relative(root, file).split(sep).join("/"),
    lines: countLines(readFileSync(file, "utf8")),
  }));

describe("a file", () => {
  it.each(FOLDERS)("is looked for in %s", (folder) => {
    expect(files.some(({ path }) => path.startsWith(`${folder}/`))).toBe(true);
  });

  it(`has ${MOST_LINES} lines at most, or it is two`, () => {
    const long = files.filter(({ path, lines }) => lines > MOST_LINES && !(path in LONGER));
    expect(long.map(({ path, lines }) => `${path}: ${lines} lines`)).toEqual([]);
  });

  it("is excused only as long as it has to be", () => {
    const over = new Set(files.filter(({ lines }) => lines > MOST_LINES).map(({ path }) => path));
    expect(Object.keys(LONGER).filter((path) => !over.has(path))).toEqual([]);
  });

  it("is counted as an editor counts it", () => {
    expect(countLines("one\ntwo\n")).toBe(2);
    expect(countLines("one\n\n")).toBe(2);
  });
});
