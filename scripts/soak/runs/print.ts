/** Prints a line of this soak. */
export function print(text: string): void {
  console.log(`runs: ${text}`);
}

/** Prints a name and values in columns; numbers below a hundred with two digits. */
print.row = (name: string, values: readonly (number | string)[]) =>
  print([name.padEnd(44), ...values.map((value) => format(value).padStart(10))].join(" "));

/** Prints whether a goal holds, and says so. */
print.judge = (text: string, holds: boolean): boolean => {
  print(`${holds ? "PASS" : "FAIL"}  ${text}`);
  return holds;
};

function format(value: number | string): string {
  if (typeof value === "string" || Number.isInteger(value)) return String(value);
  return value >= 100 ? value.toFixed(0) : value.toFixed(2);
}
