import type { RunSpending } from "./RunSpending.js";
import { SETTLE_LEASE_MS } from "./settlementDueAt.js";

/**
 * Makes the reservation of a run that is claimed, before the host is asked for it. Where the run ends meanwhile, whoever
 * asks has some time to hear the answer.
 */
export function beginSpending(abandonedAt: number): RunSpending {
  return { state: "reserving", token: null, settleAfter: abandonedAt + SETTLE_LEASE_MS };
}
