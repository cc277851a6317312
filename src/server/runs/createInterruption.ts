import type { ImageNodeError } from "../../contract/index.js";
import { createProblem } from "../http/createProblem.js";

/**
 * Creates the error of a run whose process died. Its kind is `timeout`, which readers without the reason know: the
 * image may still come late.
 */
export function createInterruption(details: Parameters<typeof createProblem>[1] = {}): ImageNodeError {
  return createProblem("timeout", { ...details, reason: "interrupted" });
}
