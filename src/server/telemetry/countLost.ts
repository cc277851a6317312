import type { HandlerContext } from "../createHandlerContext.js";
import { STORE_MS } from "../runs/lease.js";
import type { RunRecord } from "../runs/RunStore.js";
import { classifyError } from "../stages/classifyError.js";

/** Longest time that a timer takes. */
const LONGEST_MS = 2 ** 31 - 1;
/** Kinds by which a provider says that it has made no image. */
const NOT_MADE = new Set(["content_blocked", "no_image", "provider_rejected"]);

/**
 * Counts the picture of a run that ended without it, where it may have been paid and nothing is left to fetch it by. Its
 * process may live all the same, unheard: then it is counted once that cannot bring it any more either.
 */
export function countLost(handler: HandlerContext, ended: RunRecord, imageModel: string): void {
  const { telemetry, runs, limits } = handler;
  const { scope, id, problem, storing, journal, deadlineAt } = ended;
  const isGone = problem?.reason === "no_longer_available";
  const mayBePaid = (isGone || problem?.reason === "interrupted") && problem.charged === null;
  if (!telemetry || !mayBePaid || storing !== null || journal) return;
  const count = () => telemetry.meters.lost(scope, imageModel);
  const waitMs = (deadlineAt ?? 0) + limits.lateMs + STORE_MS - Date.now();
  if (isGone || waitMs <= 0) return count();
  const look = async () => {
    const run = await runs.get(scope, id).catch(() => null);
    // One with a journal by now is counted by whoever waits in vain for its image.
    if (run && !run.generation && !run.late && run.journal === journal) count();
  };
  const timer = setTimeout(() => void look(), Math.min(waitMs, LONGEST_MS));
  if (typeof timer === "object") timer.unref();
}

/** Counts the picture of a run with a journal, after a wait for it that was in vain. */
export function countLostLate(
  { telemetry }: HandlerContext,
  { scope, status, problem }: RunRecord,
  imageModel: string,
  error: unknown,
): void {
  const { kind, reason } = classifyError(error);
  const isMade = !NOT_MADE.has(kind) || reason === "no_longer_available";
  if (status === "failed" && problem?.charged === null && isMade) telemetry?.meters.lost(scope, imageModel);
}
