import type { HandlerContext } from "../createHandlerContext.js";
import type { Action, Principal } from "../options.js";
import { createProblem, toRetryAfterMs } from "../http/createProblem.js";

/** Asks the host whether the caller may use a model now. */
export async function assertRate(
  { options }: HandlerContext,
  principal: Principal,
  action: Action,
): Promise<void> {
  const limited = await options.rateLimit?.({ ...principal, action });
  if (limited)
    throw createProblem("rate_limited", { retryAfterMs: toRetryAfterMs(limited.retryAfterMs) ?? 5_000 });
}
