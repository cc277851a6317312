import type { RunRecord } from "../runs/RunStore.js";
import { isEnded } from "../runs/isEnded.js";
import { GRACE_MS } from "../runs/lease.js";

/** Time in which a process that has taken a settlement upon itself tells the host, in milliseconds. */
export const SETTLE_LEASE_MS = 60_000;

/**
 * Finds the time from which any process should look after a run's reservation, in milliseconds since 1970; `null` where
 * nothing is left to settle. A run that has not ended is left alone as long as another process could finish it in time.
 */
export function settlementDueAt(run: RunRecord): number | null {
  const { spending, abandonedAt, deadlineAt } = run;
  if (!spending || spending.state === "closed") return null;
  if (isEnded(run)) return spending.settleAfter;
  return Math.max(abandonedAt, deadlineAt === null ? 0 : deadlineAt + GRACE_MS) + 1;
}
