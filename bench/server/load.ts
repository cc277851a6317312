/** What a number of requests cost. */
export interface Spent {
  /** Milliseconds of each beyond the model's own time. */
  readonly beyond: number[];
  /** Milliseconds of the process's CPU, all threads, per request. */
  readonly cpu: number;
}

/**
 * Keeps so many calls on their way until all are done. Each is told its delay, which is not counted. They set out one
 * after the other over the time of one call, not in one burst.
 */
export async function load(
  total: number,
  inFlight: number,
  call: (delay: number) => Promise<unknown>,
  nextDelay: () => number,
): Promise<Spent> {
  const beyond: number[] = [];
  let left = total;
  const lane = async (_: unknown, index: number) => {
    const start = (index / inFlight) * nextDelay();
    if (start > 0) await new Promise((resolve) => setTimeout(resolve, start));
    while (left > 0) {
      left -= 1;
      const delay = nextDelay();
      const begun = performance.now();
      await call(delay);
      beyond.push(performance.now() - begun - delay);
    }
  };
  const before = process.cpuUsage();
  await Promise.all(Array.from({ length: Math.min(inFlight, total) }, lane));
  const { user, system } = process.cpuUsage(before);
  return { beyond, cpu: (user + system) / 1000 / total };
}
