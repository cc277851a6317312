import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { EntrySize, WidgetSize } from "./measureEntries.ts";

const README = fileURLToPath(new URL("../../README.md", import.meta.url));
const BEGIN = "<!-- size:start -->";
const END = "<!-- size:end -->";
/** By this much a size may differ from the README's before the README is stale. */
const TOLERANCE = 0.1;
const SMALLEST_KB = 0.3;

type Cell = string | number | null;

/** The README's tables of sizes. */
export function toMarkdown(entries: readonly EntrySize[], widgets: readonly WidgetSize[]): string {
  const rowsOf = (kind: WidgetSize["kind"]) =>
    widgets.filter((widget) => widget.kind === kind).map(({ name, atOnce, inAll }) => [name, atOnce, inAll]);
  return [
    writeTable(
      ["import", "own code", "delivered"],
      entries.map(({ name, own, delivered }) => [name, own, delivered]),
    ),
    writeTable(["prompt editor with completion", "at once", "in all"], rowsOf("prompt editor")),
    writeTable(["form of the configuration", "at once", "in all"], rowsOf("form")),
  ].join("\n\n");
}

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

/** The rows of two tables that differ by more than the tolerance, or in a name. */
export function findStale(written: string, measured: string): readonly string[] {
  const then = written.split("\n").map(readRow);
  const now = measured.split("\n").map(readRow);
  if (then.length !== now.length) return [`${then.length} lines instead of ${now.length}`];
  return now.filter((row, index) => !isNear(then[index] ?? [], row)).map((row) => row.join(" ").trim());
}

function findMarks(text: string): readonly [from: number, to: number] {
  const begin = text.indexOf(BEGIN);
  const end = text.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`README.md has no place for the sizes: ${BEGIN} … ${END}`);
  return [begin + BEGIN.length, end];
}

function isNear(then: readonly string[], now: readonly string[]): boolean {
  return now.every((cell, index) => {
    const [before, after] = [Number(then[index]), Number(cell)];
    if (cell === "" || Number.isNaN(after)) return isSameCell(then[index] ?? "", cell);
    return Math.abs(before - after) <= Math.max(SMALLEST_KB, after * TOLERANCE);
  });
}

/** A line of dashes is as long as the longest cell, which a number may lengthen. */
function isSameCell(then: string, now: string): boolean {
  return then === now || (/^[-:]+$/.test(then) && /^[-:]+$/.test(now));
}

function readRow(line: string): readonly string[] {
  return line.split("|").map((cell) => cell.trim());
}

function writeTable(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const words = [head, ...rows.map((row) => row.map(writeCell))];
  const widths = head.map((_word, column) => Math.max(...words.map((row) => row[column]?.length ?? 0)));
  const write = (row: readonly string[]) =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join(" | ")} |`;
  const rule = widths.map((width, column) =>
    column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`,
  );
  return [write(words[0] ?? []), write(rule), ...words.slice(1).map(write)].join("\n");
}

function writeCell(cell: Cell): string {
  if (cell === null) return "";
  return typeof cell === "number" ? cell.toFixed(1) : cell;
}
