import { Session } from "node:inspector/promises";

interface FunctionCoverage {
  readonly ranges: readonly {
    readonly startOffset: number;
    readonly endOffset: number;
    readonly count: number;
  }[];
}

// Code that was compiled before has no counters: this module is imported first, in a process of its own.
const session = new Session();
session.connect();
await session.post("Profiler.enable");
await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });

/** Counts blocks since the last time, in the project's own code. */
async function takeSteps(): Promise<number> {
  const { result } = await session.post("Profiler.takePreciseCoverage");
  return result
    .filter(
      ({ url }) => /\/(?:src|test\/hostile)\/(?!countSteps\.ts)/.test(url) && !url.includes("/node_modules/"),
    )
    .flatMap(({ functions }) => functions as readonly FunctionCoverage[])
    .flatMap(({ ranges }) => ranges)
    .reduce((sum, { count }) => sum + count, 0);
}

/**
 * Counts the blocks of the project's own code that run while `run` runs: the same number on every machine. The matching
 * of regular expressions and built-in functions are not counted.
 */
export async function countSteps(run: () => unknown): Promise<number> {
  await takeSteps();
  await run();
  return takeSteps();
}

/**
 * Growth of the work from an input of size n to one of size 4n: about 4 where it is linear, 16 where it is quadratic.
 * `work` gets the size and does everything that counts.
 */
export async function growthOf(work: (size: number) => unknown, size: number): Promise<number> {
  await work(size);
  const small = await highestCount(() => work(size));
  const large = await highestCount(() => work(4 * size));
  return large / small;
}

/** Counters can be lost to a garbage collection and never gained: the highest count is the right one. */
async function highestCount(run: () => unknown): Promise<number> {
  const counts = [await countSteps(run), await countSteps(run), await countSteps(run)];
  return Math.max(...counts);
}
