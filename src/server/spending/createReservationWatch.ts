import type { HandlerContext } from "../createHandlerContext.js";
import { createProblem, toProblem } from "../http/createProblem.js";
import { callQuietly } from "../hooks/callQuietly.js";
import { reportError } from "../hooks/reportError.js";
import { settleOverdue } from "./settleOverdue.js";

const EVERY_MS = 30_000;

/**
 * Creates the function that looks for overdue reservations in the background of requests, every 30 seconds at most: a
 * serverless process has no timers that fire between requests. It does nothing without the option `spending`.
 */
export function createReservationWatch(handler: HandlerContext): () => void {
  if (!handler.options.spending) return () => undefined;
  let nextAt = 0;
  let isLooking = false;
  return () => {
    if (isLooking || Date.now() < nextAt) return;
    nextAt = Date.now() + EVERY_MS;
    isLooking = true;
    const work = settleOverdue(handler)
      .catch((error: unknown) => reportError(handler, toProblem(createProblem("internal"), ""), error))
      .finally(() => (isLooking = false));
    callQuietly(() => handler.options.waitUntil?.(work));
  };
}
