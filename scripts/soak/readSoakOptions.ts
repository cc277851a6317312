import { parseArgs } from "node:util";

/** How long a soak runs, and what makes it repeatable. */
export interface SoakOptions {
  readonly minutes: number;
  /** A 31-bit integer. */
  readonly seed: number;
  /** What to use instead of a server of its own. */
  readonly url: string | undefined;
}

/** Reads `--minutes`, `--seed` and `--url`; without a seed it draws one. */
export function readSoakOptions(args: readonly string[], minutes: number): SoakOptions {
  const { values } = parseArgs({
    args: [...args],
    options: { minutes: { type: "string" }, seed: { type: "string" }, url: { type: "string" } },
  });
  const options = {
    minutes: Number(values.minutes ?? minutes),
    seed: Number(values.seed ?? Math.floor(Math.random() * 2 ** 31)),
    url: values.url,
  };
  if (!(options.minutes > 0) || !Number.isInteger(options.seed)) {
    throw new Error("--minutes takes a number above zero, --seed an integer.");
  }
  return options;
}
