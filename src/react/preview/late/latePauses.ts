/** Time after the limit from which the back end stores nothing any more; with room for its storing. */
const LATEST_MS = 150_000;
const FIRST_MS = 2_000;
const LONGEST_MS = 20_000;

/**
 * Plans the pauses between two looks for a late image: short at first, then ever longer, until the back end takes none
 * any more. A run that ended a while ago, such as one of before a reload, is looked at at once.
 *
 * @param sinceMs time since the run ended
 * @returns milliseconds, at most a dozen
 */
export function latePauses(sinceMs: number): number[] {
  const pauses = sinceMs >= FIRST_MS ? [0] : [];
  let at = Math.max(0, sinceMs);
  for (let pause = FIRST_MS; at < LATEST_MS; pause = Math.min(pause * 1.6, LONGEST_MS)) {
    pauses.push(Math.round(pause));
    at += pause;
  }
  return pauses;
}
