import { ImageNodeError } from "../../../contract/index.js";
import { endInTime } from "./endInTime.js";
import { isTemporaryFailure } from "./isTemporaryFailure.js";

/** Milliseconds that a call of a database may take, repeats included. */
export const PATIENCE_MS = 5_000;
const FIRST_PAUSE_MS = 25;
const LONGEST_PAUSE_MS = 1_000;

/**
 * Calls a database, and calls it again when the connection was lost: what is called must be safe to repeat. Rejects as
 * `overloaded`, with `charged` left open, when the database did not answer in time.
 *
 * @param what the database, for the error's text
 * @param attempt one call; it gets the milliseconds that are left
 */
export async function withPatience<Answer>(
  what: string,
  attempt: (leftMs: number) => Promise<Answer>,
  patienceMs = PATIENCE_MS,
): Promise<Answer> {
  const until = Date.now() + patienceMs;
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
    const leftMs = Math.max(1, until - Date.now());
    try {
      const late = () => new UnansweredError(`There was no answer within ${leftMs} ms.`);
      return await endInTime(attempt(leftMs), leftMs, late);
    } catch (error) {
      if (!isTemporaryFailure(error)) throw error;
      const waitMs = pause * (0.5 + Math.random() / 2);
      if (Date.now() + waitMs >= until) throw createUnavailable(what, patienceMs, error);
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
}

/** Creates the error of a database that does not answer. Whoever knows what the run has cost says so instead of it. */
function createUnavailable(what: string, patienceMs: number, cause: unknown): ImageNodeError {
  return new ImageNodeError({
    kind: "overloaded",
    message: `The back end's ${what} did not answer within ${patienceMs / 1000} seconds. Try again.`,
    retryAfterMs: 5_000,
    cause,
  });
}

/** Call that got no answer in time. It may still be carried out. */
class UnansweredError extends Error {
  readonly code = "ETIMEDOUT";
}
