import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const README = fileURLToPath(new URL("../../README.md", import.meta.url));
const BEGIN = "<!-- size:start -->";
const END = "<!-- size:end -->";

/** What stands between the marks of the README. */
export function readSizes(): string {
  const text = readFileSync(README, "utf8");
  const [from, to] = findMarks(text);
  return text.slice(from, to).trim();
}

/** Writes the tables between the marks of the README. */
export function writeSizes(tables: string): void {
  const text = readFileSync(README, "utf8");
  const [from, to] = findMarks(text);
  writeFileSync(README, `${text.slice(0, from)}\n\n${tables}\n\n${text.slice(to)}`);
}

function findMarks(text: string): readonly [from: number, to: number] {
  const begin = text.indexOf(BEGIN);
  const end = text.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`README.md has no place for the sizes: ${BEGIN} … ${END}`);
  return [begin + BEGIN.length, end];
}
