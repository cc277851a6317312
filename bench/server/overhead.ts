import { median } from "../table.ts";
import type { Spent } from "./load.ts";
import type { Latency, LatencyAnswer } from "./measureOne.ts";

/** What the handler adds to the bare call of the model. Milliseconds. */
export interface Overhead {
  readonly p50: number;
  readonly p99: number;
  readonly cpu: number;
  /** The same three numbers, beyond the model's own time, of each kind. */
  readonly bare: readonly [number, number, number];
  readonly handler: readonly [number, number, number];
}

/** Compares the least disturbed block of each kind: what else runs on the machine only adds to them. */
export function overheadOf(answer: LatencyAnswer): Overhead {
  const bare = numbersOf(answer.bare);
  const handler = numbersOf(answer.handler);
  const [p50 = NaN, p99 = NaN, cpu = NaN] = handler.map((value, index) => value - (bare[index] ?? NaN));
  return { p50, p99, cpu, bare, handler };
}

/** A model as fast as the fastest real ones. */
export const FAST_MODEL: Latency["delay"] = [100, 300];

function numbersOf(blocks: readonly Spent[]): [number, number, number] {
  const least = (of: (block: Spent) => number) => Math.min(...blocks.map(of));
  return [
    least(({ beyond }) => median(beyond)),
    least(({ beyond }) => quantile(beyond, 0.99)),
    least(({ cpu }) => cpu),
  ];
}

/** The value that so large a share of the values does not exceed. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
