import { ImageNodeError } from "../contract/index.js";
import { createProblem } from "./http/createProblem.js";

/**
 * Work on a run that may be under way. When it breaks, nothing is known of the run: an answer that said "not charged"
 * would let the caller pay a second time.
 */
export async function withUnknownCharge<Value>(work: Promise<Value>, id?: string): Promise<Value> {
  try {
    return await work;
  } catch (cause) {
    if (ImageNodeError.isInstance(cause)) throw cause;
    throw createProblem("internal", { charged: null, cause, ...(id === undefined ? {} : { id }) });
  }
}
