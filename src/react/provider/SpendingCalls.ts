import type { GenerateManyOptions, Outcome } from "../../client/index.js";
import { ImageNodeError } from "../../contract/index.js";

/** Calls to a back end that may spend, of all parts that share its client. */
export interface SpendingCalls {
  /** Number of calls that have not ended. */
  underWay: number;
  /** Called with the error, if any, when one has ended, or an item of one. Set by whoever shows what is left. */
  onEnd?: ((error?: unknown) => void) | undefined;
}

/** Counts a call while it is under way, and settles as it does. */
export async function countCall<T>(calls: SpendingCalls, call: Promise<T>): Promise<T> {
  calls.underWay += 1;
  let failure: unknown;
  try {
    return await call;
  } catch (error) {
    failure = error;
    throw error;
  } finally {
    calls.underWay -= 1;
    calls.onEnd?.(failure);
  }
}

/** Makes each item of a batch that was sent count as it ends: the batch itself may take hours. */
export function countItems(calls: SpendingCalls, options: GenerateManyOptions = {}): GenerateManyOptions {
  return {
    ...options,
    onItem(outcome) {
      if (isSent(outcome)) calls.onEnd?.(outcome.status === "failed" ? outcome.error : undefined);
      options.onItem?.(outcome);
    },
  };
}

function isSent(outcome: Outcome): boolean {
  return outcome.status === "failed" || (outcome.status === "succeeded" && !outcome.reused);
}

/** Checks whether the caller's credits are exhausted, not an account of the back end's with a provider. */
export function isExhausted(error: unknown): boolean {
  return (
    ImageNodeError.isInstance(error) &&
    error.kind === "credits_exhausted" &&
    error.reason !== "provider_account"
  );
}
