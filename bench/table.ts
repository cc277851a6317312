/** One measured subject: rows of contestants, columns of numbers, and the goals that some of them must reach. */
export interface Table {
  readonly title: string;
  readonly unit: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
  readonly goals: readonly Goal[];
  /** What a reader must know to read the numbers, such as who is not in them. */
  readonly notes?: readonly string[];
}

/** Something that must hold. */
export interface Goal {
  readonly text: string;
  readonly reached: boolean;
  /** Why it is missed, where it is. */
  readonly reason?: string | undefined;
}

/** Prints a table with its goals, and says how many of them are missed. */
export function printTable(table: Table): number {
  const { notes = [] } = table;
  const first = Math.max(...table.rows.map(({ name }) => name.length), 12);
  console.log(`\n${table.title} (${table.unit})`);
  console.log([" ".repeat(first), ...table.columns.map((column) => column.padStart(12))].join(" "));
  for (const { name, values } of table.rows) {
    console.log([name.padEnd(first), ...values.map((value) => format(value).padStart(12))].join(" "));
  }
  for (const note of notes) console.log(`  note     ${note}`);
  for (const { text, reached, reason } of table.goals)
    console.log(`  ${reached ? "reached" : "MISSED "}  ${text}${reached || !reason ? "" : ` (${reason})`}`);
  return table.goals.filter(({ reached }) => !reached).length;
}

/** The middle of the values, so that one disturbed round does not count. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? NaN)
    : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

function format(value: number | null): string {
  if (value === null) return "–";
  return value >= 100 ? value.toFixed(0) : value.toFixed(2);
}
