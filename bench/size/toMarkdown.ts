import type { EntrySize, WidgetSize } from "./measureEntries.ts";

type Cell = string | number | null;

/** The tables of sizes in docs/benchmarks.md. */
export function toMarkdown(entries: readonly EntrySize[], widgets: readonly WidgetSize[]): string {
  const rowsOf = (kind: WidgetSize["kind"]) =>
    widgets.filter((widget) => widget.kind === kind).map(({ name, atOnce, inAll }) => [name, atOnce, inAll]);
  return [
    writeTable(
      ["import", "own code", "delivered", "with react-hook-form"],
      entries.map(({ name, own, delivered, withForms }) => [name, own, delivered, withForms]),
    ),
    writeTable(["prompt editor with completion", "at once", "in all"], rowsOf("prompt editor")),
    writeTable(["form of the configuration", "at once", "in all"], rowsOf("form")),
  ].join("\n\n");
}

/** The panel's sizes in one sentence, in whole kB. */
export function toSentence({ delivered, withForms }: Pick<EntrySize, "delivered" | "withForms">): string {
  const [beside, whole] = [delivered, withForms].map((size) => `${Math.round(size ?? 0)} kB`);
  return (
    `The whole panel is **${beside}** min + gzip in an editor that has react-hook-form, **${whole}** in one that has not; React is not ` +
    "counted. Parts alone are smaller: [sizes, speed and peers](docs/benchmarks.md)."
  );
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
