/** Two shapes of the same work: one level, and the three levels that a workflow's outputs have. */
export const SHAPES = ["flat", "nested"] as const;
export type Shape = (typeof SHAPES)[number];

const LENGTH = 100_000;
const TOKENS = 2_000;

/** A text with 2,000 variables, how each engine spells them, and the values. */
export interface Workload {
  readonly paths: readonly string[];
  readonly variables: Record<string, unknown>;
  /** What every engine must make of it. */
  expected(seed: number): string;
  /** A text that no engine has seen, if the seed is new. `open` and `close` stand around each path. */
  text(seed: number, open: string, close: string): string;
}

/** Makes the work of one shape. */
export function createWorkload(shape: Shape): Workload {
  const variables: Record<string, unknown> = {};
  const paths: string[] = [];
  const values: string[] = [];
  for (let index = 0; index < TOKENS; index++) {
    const value = `value ${index}`;
    values.push(value);
    if (shape === "flat") {
      paths.push(`variable_${index}`);
      variables[`variable_${index}`] = value;
      continue;
    }
    const node = (variables[`node_${index % 40}`] ??= { output: {} }) as { output: Record<string, string> };
    node.output[`field_${index}`] = value;
    paths.push(`node_${index % 40}.output.field_${index}`);
  }
  const write = (seed: number, words: (index: number) => string) => {
    const room = Math.floor(LENGTH / TOKENS);
    const pieces: string[] = [];
    for (let index = 0; index < TOKENS; index++) {
      const path = paths[index] ?? "";
      pieces.push(
        `${seed} in the town of many lamps there stood `.slice(0, Math.max(4, room - path.length - 4)),
      );
      pieces.push(words(index));
    }
    return pieces.join("");
  };
  return {
    paths,
    variables,
    expected: (seed) => write(seed, (index) => values[index] ?? ""),
    text: (seed, open, close) => write(seed, (index) => open + (paths[index] ?? "") + close),
  };
}
