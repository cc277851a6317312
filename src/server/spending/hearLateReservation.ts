import type { HandlerContext } from "../createHandlerContext.js";
import { createProblem, toProblem } from "../http/createProblem.js";
import { reportError } from "../hooks/reportError.js";
import type { RunRecord } from "../runs/RunStore.js";
import { noteReservation } from "./noteReservation.js";
import type { Reservation } from "./SpendingOptions.js";

/**
 * Waits for the answer of a host that was too slow, whose run is refused, and settles what it reserved after all, also where
 * the run was settled without a token. Never rejects.
 */
export async function hearLateReservation(
  handler: HandlerContext,
  run: RunRecord,
  answer: Promise<Reservation>,
): Promise<void> {
  const late = await answer.catch(() => null);
  if (!late?.ok) return;
  const { scope, id } = run;
  try {
    await noteReservation(handler, run, late.token, false);
  } catch (error) {
    reportError(handler, toProblem(createProblem("internal", { id }), ""), error, { scope, id });
  }
}
