import { ImageNodeError } from "../../contract/index.js";
import { BareRefusal } from "./BareRefusal.js";

/** Refusals that speak of the question, not of the run that it asks about. */
const REFUSALS = new Set<string>([
  "unauthorized",
  "forbidden",
  "credits_exhausted",
  "rate_limited",
  "overloaded",
]);

/**
 * Converts an error that came while a run may be under way. A 401 or 429 to the second question says nothing about the
 * first, so a new key would pay twice. Other errors, and those that name the run themselves, stay what they are.
 */
export function withUnknownOutcome(error: unknown, id: string | undefined): unknown {
  if (!ImageNodeError.isInstance(error)) return error;
  const { message, cause } = error;
  if (error.id === undefined && (REFUSALS.has(error.kind) || error instanceof BareRefusal)) {
    const outcome = "unknown";
    return new ImageNodeError({ ...error, message, cause: cause ?? error, charged: null, outcome, id });
  }
  // A back end that does not find the run, or fails while looking for it, can't tell what the run cost before.
  const isLost = error.kind === "not_found" || (error.kind === "internal" && error.id === undefined);
  return isLost ? new ImageNodeError({ ...error, message, cause, charged: null }) : error;
}
