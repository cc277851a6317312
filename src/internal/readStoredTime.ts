/** Longest time by which two clocks of the same person differ. */
const CLOCK_SKEW_MS = 24 * 60 * 60 * 1000;

/**
 * Reads a time of the past that a storage kept, in epoch milliseconds. Returns `undefined` for what no clock can have
 * told: anybody may edit a storage, and a page that was closed long ago may have written it.
 */
export function readStoredTime(value: unknown): number | undefined {
  const isTime = typeof value === "number" && value >= 0 && value <= Date.now() + CLOCK_SKEW_MS;
  return isTime ? value : undefined;
}
