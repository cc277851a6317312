import type { HandlerContext } from "./handlerContext.js";
import type { Action, Principal } from "./options.js";
import { refuse } from "./problemResponse.js";

/** Asks the host whether the caller may use a model now. */
export async function assertRate(
  { options }: HandlerContext,
  principal: Principal,
  action: Action,
): Promise<void> {
  const limited = await options.rateLimit?.({ ...principal, action });
  if (limited) throw refuse("rate_limited", { retryAfterMs: limited.retryAfterMs ?? 5_000 });
}
