import type { HandlerContext } from "../createHandlerContext.js";
import { canResume } from "../journal/canResume.js";
import type { RunRecord } from "../runs/RunStore.js";
import { isEnded } from "../runs/isEnded.js";
import { updateRun } from "../runs/updateRun.js";
import { SETTLE_LEASE_MS } from "./settlementDueAt.js";

/**
 * Takes the settlement of a run upon this process, for {@link SETTLE_LEASE_MS}. Of several that try at once, one does.
 * Returns the run as it is then; `null` where there is nothing to settle, or another process does.
 *
 * @param execution id of the attempt that waited for the late image and does no longer. Where the run still names it, nobody
 *   else needs to wait either.
 */
export async function claimSettlement(
  { runs, takeUp }: HandlerContext,
  { scope, id }: Pick<RunRecord, "scope" | "id">,
  execution?: string,
): Promise<RunRecord | null> {
  const { run, changed } = await updateRun(runs, scope, id, (current) => {
    const { spending } = current;
    if (!spending || spending.state === "closed" || !isEnded(current)) return null;
    // One whose image can still be fetched waits for whoever goes on with it: this process itself, where it can.
    if (takeUp && canResume(current)) return null;
    const isOwn = execution !== undefined && current.execution === execution;
    const isFree = isOwn && spending.state === "open" && !canResume(current);
    if (!isFree && Date.now() < spending.settleAfter) return null;
    const settleAfter = Date.now() + SETTLE_LEASE_MS;
    return { spending: { ...spending, state: "settling", settleAfter } };
  });
  return changed ? run : null;
}
