const ROUNDS = 5;
const MIN_ROUND_MS = 15;

/** Milliseconds of CPU of one call: the least of several rounds, since what else goes on only adds to them. */
export async function cpuOf(work: () => unknown, calls?: number): Promise<number> {
  const count = calls ?? (await enough(work));
  let least = Infinity;
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = process.cpuUsage();
    for (let call = 0; call < count; call += 1) await work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000 / count);
  }
  return least;
}

/** Warms up until it is known how many calls a round needs to be longer than the clock's grain. */
async function enough(work: () => unknown): Promise<number> {
  for (let count = 1; ; count *= 2) {
    const begun = performance.now();
    for (let call = 0; call < count; call += 1) await work();
    if (performance.now() - begun >= MIN_ROUND_MS) return count;
  }
}
