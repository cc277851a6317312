import type { RunRecord } from "../runs/RunStore.js";
import { isEnded } from "../runs/isEnded.js";

/** Time in which a process that has taken a settlement upon itself tells the host, in milliseconds. */
export const SETTLE_LEASE_MS = 60_000;

/**
 * Finds the time from which any process should look after a run's reservation, in milliseconds since 1970; `null` where
 * nothing is left to settle. A run that has not ended is left alone until another process could not finish it in time.
 */
export function settlementDueAt(run: RunRecord): number | null {
  const { spending, abandonedAt, deadlineAt } = run;
  if (!spending || spending.state === "closed") return null;
  return isEnded(run) ? spending.settleAfter : Math.max(abandonedAt, deadlineAt ?? 0) + 1;
}
