/** Calls to a back end that may spend, of all parts that share its client. */
export interface SpendingCalls {
  /** Number of calls that have not ended. */
  underWay: number;
  /** Called with the error, if any, when one has ended. Set by whoever shows what is left. */
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
