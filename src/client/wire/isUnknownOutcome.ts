import { ImageNodeError } from "../../contract/index.js";

/**
 * Checks whether the end of the run is unknown (`error.outcome`): no answer, a wait that timed out, or a refusal to say
 * more about a run that may go on. Repeat such a run with the same idempotency key only.
 */
export function isUnknownOutcome(error: unknown): error is ImageNodeError {
  return ImageNodeError.isInstance(error) && error.outcome === "unknown";
}
