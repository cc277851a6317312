/** A Markdown table. */
export function writeTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const write = (cells: readonly string[]) => `| ${cells.map(escapeCell).join(" | ")} |`;
  return [write(head), `|${" --- |".repeat(head.length)}`, ...rows.map(write)].join("\n");
}

function escapeCell(text: string): string {
  return text
    .split("\n")
    .map((line) => line.trim())
    .join(" ")
    .replaceAll("|", "\\|");
}
