import { isTemporaryFailure } from "../store/isTemporaryFailure.js";

/** Milliseconds between two attempts. */
const PAUSE_MS = 200;

/**
 * Repeats work whose connection broke, until its time is over. Rejects with the last error, and at once with an error of
 * another kind.
 */
export async function keepTrying<Result>(work: () => Promise<Result>, patienceMs: number): Promise<Result> {
  const until = Date.now() + patienceMs;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isTemporaryFailure(error) || Date.now() + PAUSE_MS >= until) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}
