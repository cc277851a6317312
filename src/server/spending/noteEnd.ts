import type { HandlerContext } from "../createHandlerContext.js";
import { GRACE_MS, STORE_MS } from "../runs/lease.js";
import type { RunPatch, RunRecord } from "../runs/RunStore.js";
import { SETTLE_LEASE_MS } from "./settlementDueAt.js";

/**
 * Says with the end of a run who settles it: this process, at once; or, where the image may still come, whoever hears of it,
 * and after some time anybody. Nothing for a run without a reservation.
 *
 * @param run the run before its end
 * @param charged whether an image was charged, as far as is known at the end
 */
export function noteEnd(
  { options, limits }: HandlerContext,
  run: RunRecord,
  charged: boolean | null | undefined,
): Pick<RunPatch, "spending"> {
  const { spending, imageStartedAt, deadlineAt } = run;
  // One that waits for the answer of `reserve` has somebody who does.
  if (spending?.state !== "open") return {};
  const now = Date.now();
  if (typeof charged !== "boolean" && imageStartedAt !== null) {
    const waiting = { ...spending, settleAfter: now };
    return postponeSettlement({ ...run, spending: waiting }, (deadlineAt ?? now) + limits.lateMs);
  }
  // A process without the option leaves it to one that has it.
  if (!options.spending) return { spending: { ...spending, settleAfter: now } };
  return { spending: { ...spending, state: "settling", settleAfter: now + SETTLE_LEASE_MS } };
}

/**
 * Moves the time on from which anybody may settle a run, while this process waits for its late image. Nothing where no
 * settlement waits for one.
 *
 * @param until time up to which the image is waited for
 */
export function postponeSettlement({ spending }: RunRecord, until: number): Pick<RunPatch, "spending"> {
  if (spending?.state !== "open") return {};
  const settleAfter = Math.max(spending.settleAfter, until + STORE_MS + GRACE_MS);
  return { spending: { ...spending, settleAfter } };
}
