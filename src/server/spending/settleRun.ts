import type { HandlerContext } from "../createHandlerContext.js";
import { createProblem, toProblem } from "../http/createProblem.js";
import { reportError } from "../hooks/reportError.js";
import type { RunRecord } from "../runs/RunStore.js";
import { untilAvailable } from "../runs/untilAvailable.js";
import { updateRun } from "../runs/updateRun.js";
import { answerInTime } from "./answerInTime.js";
import type { RunSpending } from "./RunSpending.js";
import { SETTLE_LEASE_MS } from "./settlementDueAt.js";
import { toSettlement } from "./toSettlement.js";

/** Pauses before the host is asked again, in milliseconds. */
export const PAUSES_MS = [500, 1_000, 2_000, 4_000];
/** Time after which a host that keeps failing is asked again by whoever looks for overdue reservations. */
const AGAIN_MS = 60_000;

/** Settlements that a host has taken and that could not be marked yet, by the handler that told it. */
const taken = new WeakMap<HandlerContext, Set<string>>();

/**
 * Tells the host how a run ended, again after pauses where that fails, and marks the run. Never rejects: what fails is
 * reported, and left to whoever looks for overdue reservations. Says whether the host was told, by this process or another.
 *
 * @param held the run, whose settlement this process has taken upon itself
 */
export async function settleRun(
  handler: HandlerContext,
  held: RunRecord,
  pauses: readonly number[] = PAUSES_MS,
): Promise<boolean> {
  try {
    let run: RunRecord | null = held;
    for (let attempt = 0; run; attempt += 1) {
      try {
        await tell(handler, run);
        await close(handler, run);
        return true;
      } catch (error) {
        const pause = isTaken(handler, run) ? undefined : pauses[attempt];
        if (pause === undefined) {
          reportFailure(handler, run, error);
          if (isTaken(handler, run)) return true;
          await renew(handler, run, "open", AGAIN_MS);
          return false;
        }
        await new Promise((resolve) => setTimeout(resolve, pause));
        run = await renew(handler, run, "settling", SETTLE_LEASE_MS);
      }
    }
    return true;
  } catch (error) {
    reportFailure(handler, held, error);
    return false;
  }
}

async function tell(handler: HandlerContext, run: RunRecord): Promise<void> {
  const { spending } = handler.options;
  if (!spending || isTaken(handler, run)) return;
  await answerInTime("settle", Promise.resolve(spending.settle(toSettlement(run))));
  const ids = taken.get(handler) ?? new Set();
  taken.set(handler, ids.add(nameOf(run)));
}

/** Marks the run as settled, unless the token of its reservation has become known meanwhile. */
async function close(handler: HandlerContext, held: RunRecord): Promise<void> {
  const until = Date.now() + SETTLE_LEASE_MS;
  const mark = (current: RunRecord) => {
    const { spending } = current;
    if (!spending || spending.state === "closed" || spending.token !== held.spending?.token) return null;
    return { spending: { ...spending, state: "closed" as const } };
  };
  const { runs, telemetry } = handler;
  const { changed } = await untilAvailable(
    () => updateRun(runs, held.scope, held.id, mark, { known: held }),
    () => until,
  );
  if (changed && held.spending?.token !== null) telemetry?.meters.settled(held.scope);
  taken.get(handler)?.delete(nameOf(held));
}

/** Keeps or gives back what this process holds; `null` where another has it by now. */
async function renew(
  { runs }: HandlerContext,
  held: RunRecord,
  state: RunSpending["state"],
  forMs: number,
): Promise<RunRecord | null> {
  const { scope, id } = held;
  const { run, changed } = await updateRun(runs, scope, id, ({ spending }) => {
    const isHeld = spending?.state === "settling" && spending.settleAfter === held.spending?.settleAfter;
    return isHeld ? { spending: { ...spending, state, settleAfter: Date.now() + forMs } } : null;
  });
  return changed ? run : null;
}

function reportFailure(handler: HandlerContext, { scope, id }: RunRecord, error: unknown): void {
  reportError(handler, toProblem(createProblem("internal", { id }), ""), error, { scope, id });
}

const isTaken = (handler: HandlerContext, run: RunRecord) => taken.get(handler)?.has(nameOf(run)) ?? false;

/** Name of a settlement. Of a run whose token became known after it was settled without, both are told. */
const nameOf = ({ scope, id, spending }: RunRecord) => JSON.stringify([scope, id, spending?.token]);
