/** By this much a size may differ from the one in docs/benchmarks.md before that is stale. */
const TOLERANCE = 0.1;
const SMALLEST_KB = 0.3;

/** The rows of two tables that differ by more than the tolerance, or in a name. */
export function findStale(written: string, measured: string): readonly string[] {
  const then = written.split("\n").map(readRow);
  const now = measured.split("\n").map(readRow);
  if (then.length !== now.length) return [`${then.length} lines instead of ${now.length}`];
  return now.filter((row, index) => !isNear(then[index] ?? [], row)).map((row) => row.join(" ").trim());
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
