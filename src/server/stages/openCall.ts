import { createProviderCall } from "../journal/createProviderCall.js";
import type { JournalEntry } from "../journal/JournalEntry.js";
import type { ProviderCall } from "../journal/ProviderCall.js";
import { reportError } from "../hooks/reportError.js";
import { toProblem } from "../http/createProblem.js";
import { createInterruption } from "../runs/createInterruption.js";
import { isEnded } from "../runs/isEnded.js";
import { extendLease } from "../runs/lease.js";
import { changeRun, keepAlive } from "./advanceRun.js";
import type { RunContext } from "./RunContext.js";

/**
 * Opens the call of a run's image model, whose provider's answer is written to the run.
 *
 * @throws ImageNodeError `timeout` with the reason "interrupted" where a process before this one had begun the image, and
 * the model that this one has cannot go on with it.
 */
export function openCall(context: RunContext): ProviderCall | null {
  const { handler, prepared, run, isResumed, writeRequest } = context;
  const keep = async (journal: JournalEntry) => {
    // From here on another process can go on with it, and needs to know what was asked for.
    keepAlive(context);
    await changeRun(context, (current) => {
      if (current.status === "cancelled") return null;
      const needsRequest = !context.isHandedOver || isEnded(current);
      const request = needsRequest && writeRequest ? { request: writeRequest() } : {};
      return { journal, ...request, abandonedAt: extendLease(context.endsBy) };
    }).catch((error: unknown) => {
      // This process goes on all the same: only another could not.
      const { id, scope } = context.run;
      reportError(handler, toProblem(error, context.requestId), error, { scope, id });
    });
  };
  const call = createProviderCall(
    handler.runs,
    prepared.imageModel,
    (isResumed && run.journal) || null,
    keep,
  );
  if (isResumed && !call?.isResumed) {
    context.isTold = true;
    throw createInterruption({ charged: null });
  }
  if (isResumed) handler.telemetry?.meters.resumed(run.scope, prepared.imageModelId);
  return call;
}
