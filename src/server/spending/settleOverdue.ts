import type { HandlerContext } from "../createHandlerContext.js";
import { createId } from "../createId.js";
import { createProblem, toProblem } from "../http/createProblem.js";
import { reportError } from "../hooks/reportError.js";
import type { RunRecord } from "../runs/RunStore.js";
import { failAbandonedRun } from "../runs/failAbandonedRun.js";
import { claimSettlement } from "./claimSettlement.js";
import { createRests } from "./createRests.js";
import type { Rests } from "./createRests.js";
import { settleRun } from "./settleRun.js";

/** Runs that are read at once, beside those that are left alone. */
const BATCH = 50;
/** Most runs that one look leaves alone: each is read again with what follows it. */
const MAX_LEFT = 1_000;
/** Runs that are settled at once: a look must not take the run store from those under way. */
const AT_ONCE = 5;
/** Time after which a look begins nothing more. */
const LOOK_MS = 30_000;
/** Time for which a run is left alone that could not be looked after: its record may never take a change. */
const RUN_REST_MS = 300_000;
/** Time for which a workspace is left alone whose settlement hung. */
const SCOPE_REST_MS = 60_000;
/** Time from which a settlement that failed counts as one that hung. */
const SLOW_MS = 5_000;

/** Memory of a handler's earlier looks. */
interface Memory {
  readonly rests: Rests;
  /** Resting runs that the last look met: they stand before those that follow. */
  left: number;
}

const memories = new WeakMap<HandlerContext, Memory>();

/**
 * Settles the reservations that others left open: of runs whose process died, which it ends, and of settlements that
 * failed; of each workspace one at a time. Several processes may do so at once. Begins nothing more after 30 seconds.
 * Rejects only where the run store cannot be asked; a single run that fails is reported, and left alone for five minutes.
 *
 * @param signal ends the look: it resolves once what is under way is done
 */
export async function settleOverdue(handler: HandlerContext, signal?: AbortSignal): Promise<void> {
  const { runs, options } = handler;
  if (!options.spending || !runs.openReservations) return;
  const memory = memories.get(handler) ?? { rests: createRests(), left: 0 };
  memories.set(handler, memory);
  const until = Date.now() + LOOK_MS;
  const isOver = () => signal?.aborted === true || Date.now() >= until;
  const seen = new Set<string>();
  let left = 0;
  while (!isOver()) {
    const limit = BATCH + Math.max(memory.left, seen.size);
    const overdue = await runs.openReservations(Date.now(), limit);
    const fresh = overdue.filter((run) => !seen.has(nameOf(run)));
    const moved = await settleAll(handler, memory.rests, fresh, isOver);
    for (const run of fresh.filter((known) => !moved.has(known))) {
      seen.add(nameOf(run));
      if (isResting(memory.rests, run)) left += 1;
    }
    memory.left = Math.min(left, MAX_LEFT);
    if (overdue.length < limit || seen.size >= MAX_LEFT) return;
  }
}

/** Settles several runs at once, none of them with another of its workspace. Returns those about which something was done. */
async function settleAll(
  handler: HandlerContext,
  rests: Rests,
  overdue: readonly RunRecord[],
  isOver: () => boolean,
): Promise<ReadonlySet<RunRecord>> {
  const waiting = new Set(overdue);
  const busy = new Set<string>();
  const moved = new Set<RunRecord>();
  const isFree = (run: RunRecord) => !busy.has(run.scope) && !isResting(rests, run);
  const work = async () => {
    while (!isOver()) {
      const run = [...waiting].find(isFree);
      if (!run) return;
      waiting.delete(run);
      busy.add(run.scope);
      if (await settleOne(handler, rests, run)) moved.add(run);
      busy.delete(run.scope);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return moved;
}

const isResting = (rests: Rests, { scope, id }: RunRecord) =>
  rests.has(nameOf({ scope, id })) || rests.has(nameOf({ scope }));

/** Says whether anything was done about the run. Never rejects. */
async function settleOne(handler: HandlerContext, rests: Rests, run: RunRecord): Promise<boolean> {
  try {
    // Of one that has ended, an image is looked for that its process stored and could not tell of.
    const ended = await failAbandonedRun(handler, run, createId("req"));
    const held = await claimSettlement(handler, ended);
    const begun = Date.now();
    const isSettled = held === null || (await settleRun(handler, held, []));
    if (!isSettled && Date.now() - begun >= SLOW_MS) rests.add(nameOf({ scope: run.scope }), SCOPE_REST_MS);
    return held !== null || ended.revision !== run.revision;
  } catch (error) {
    rests.add(nameOf(run), RUN_REST_MS);
    const problem = toProblem(createProblem("internal", { id: run.id }), "");
    reportError(handler, problem, error, { scope: run.scope, id: run.id });
    return false;
  }
}

/** Name of a run, or of a workspace. */
const nameOf = ({ scope, id }: { readonly scope: string; readonly id?: string }) =>
  JSON.stringify([scope, id]);
