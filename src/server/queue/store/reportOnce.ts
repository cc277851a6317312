const SILENCE_MS = 5_000;

/** Most messages that are remembered. */
const MAX_KNOWN = 100;

/**
 * Reports an error once in five seconds, however often it comes: a connection that breaks is said by everything that used it,
 * and a server that is away by each attempt.
 */
export function reportOnce(
  onError: (error: Error) => void,
  now: () => number = Date.now,
): (error: Error) => void {
  const saidAt = new Map<string, number>();
  return (error) => {
    const moment = now();
    if (moment < (saidAt.get(error.message) ?? -Infinity) + SILENCE_MS) return;
    if (saidAt.size >= MAX_KNOWN) saidAt.clear();
    saidAt.set(error.message, moment);
    onError(error);
  };
}
