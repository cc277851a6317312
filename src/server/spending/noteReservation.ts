import type { HandlerContext } from "../createHandlerContext.js";
import { createProblem } from "../http/createProblem.js";
import { isEnded } from "../runs/isEnded.js";
import type { RunPatch, RunRecord } from "../runs/RunStore.js";
import { untilAvailable } from "../runs/untilAvailable.js";
import { updateRun } from "../runs/updateRun.js";
import { SETTLE_LEASE_MS } from "./settlementDueAt.js";
import { settleInBackground } from "./settleInBackground.js";
import { settleUnnoted } from "./settleUnnoted.js";

/**
 * Notes the host's token with its run; returns the run as it is then. One that has ended while the host was asked is settled
 * with the token, even where it was settled without. Rejects where the token cannot be noted: it is then settled here, and
 * the run must not be begun.
 */
export async function noteReservation(
  handler: HandlerContext,
  run: RunRecord,
  token: string,
  hasKeptPrompt: boolean,
): Promise<RunRecord> {
  const note = (current: RunRecord): RunPatch | null => {
    const { spending } = current;
    if (!spending || spending.token !== null) return null;
    const noted = { ...spending, token, ...(hasKeptPrompt && { hasKeptPrompt: true as const }) };
    if (!isEnded(current)) return { spending: { ...noted, state: "open" } };
    return { spending: { ...noted, state: "settling", settleAfter: Date.now() + SETTLE_LEASE_MS } };
  };
  try {
    const { run: known, changed } = await untilAvailable(
      () => updateRun(handler.runs, run.scope, run.id, note, { known: run }),
      () => run.abandonedAt,
    );
    if (!known) throw createProblem("internal", { id: run.id, charged: false });
    if (changed) {
      handler.telemetry?.meters.reserved(run.scope);
      settleInBackground(handler, known);
    }
    return known;
  } catch (error) {
    settleUnnoted(handler, run, token);
    throw error;
  }
}
