import type { HandlerContext } from "../createHandlerContext.js";
import type { RunPatch, RunRecord } from "../runs/RunStore.js";
import { isEnded } from "../runs/isEnded.js";
import { updateRun } from "../runs/updateRun.js";
import { SETTLE_LEASE_MS } from "./settlementDueAt.js";

/** Options of {@link claimSettlement}. */
export interface ClaimOptions {
  /** Whether this process carried the run out, so that nobody else needs to wait for its late image any more. */
  readonly isOwn?: boolean | undefined;
  /** Changes that are written with the claim. */
  readonly patch?: RunPatch | undefined;
}

/**
 * Takes the settlement of a run upon this process, for {@link SETTLE_LEASE_MS}. Of several that try at once, one does.
 * Returns the run as it is then; `null` where there is nothing to settle, or another process does.
 */
export async function claimSettlement(
  { runs }: HandlerContext,
  { scope, id }: Pick<RunRecord, "scope" | "id">,
  { isOwn = false, patch = {} }: ClaimOptions = {},
): Promise<RunRecord | null> {
  const { run, changed } = await updateRun(runs, scope, id, (current) => {
    const { spending } = current;
    if (!spending || spending.state === "closed" || !isEnded(current)) return null;
    const isFree = isOwn && spending.state === "open";
    if (!isFree && Date.now() < spending.settleAfter) return null;
    const settleAfter = Date.now() + SETTLE_LEASE_MS;
    return { ...patch, spending: { ...spending, state: "settling", settleAfter } };
  });
  return changed ? run : null;
}
