import { ImageNodeError } from "../../contract/index.js";

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2_000;

/**
 * Calls a run store, and calls it again while it rejects as `overloaded`: a run under way outlives a store that is away
 * for a while. What is called must be safe to repeat.
 *
 * @param until time after which there is no use in trying: the last error is thrown
 */
export async function untilAvailable<Answer>(
  call: () => Promise<Answer>,
  until: () => number,
): Promise<Answer> {
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
    try {
      return await call();
    } catch (error) {
      const isAway = ImageNodeError.isInstance(error) && error.kind === "overloaded";
      if (!isAway || Date.now() + pause >= until()) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}
