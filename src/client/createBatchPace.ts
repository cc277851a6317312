import { ImageNodeError } from "../contract/index.js";
import { MAX_PAUSE_MS } from "./wire/withRetries.js";
import type { Pace } from "./wire/withRetries.js";
import { sleep } from "./wire/untilAborted.js";

/** Creates the pace of a batch: when one item is rate limited, no other item asks before the pause is over. */
export function createBatchPace(
  pause: (ms: number, signal: AbortSignal) => Promise<void> = sleep,
  // The wall clock may be set back meanwhile.
  now: () => number = () => performance.now(),
): Pace {
  let until = 0;
  let refusal: { error: ImageNodeError; until: number } | undefined;
  return {
    async ready(signal) {
      // Whoever retries later, as it was asked for, is let through.
      const left = refusal ? Math.ceil(refusal.until - now()) : 0;
      if (refusal && left > 0) throw shorten(refusal.error, left);
      for (let ms = until - now(); ms > 0; ms = until - now()) await pause(ms, signal);
    },
    hold(error, ms) {
      // Asked to stay away for longer than anyone waits: the rest of the batch need not hear it one by one.
      const { retryAfterMs = 0 } = error;
      if (retryAfterMs > MAX_PAUSE_MS) {
        const end = now() + retryAfterMs;
        if (!refusal || end > refusal.until) refusal = { error, until: end };
      } else until = Math.max(until, now() + ms);
    },
  };
}

/** Copies a refusal for one that meets it later: less of the pause is left. */
function shorten(error: ImageNodeError, retryAfterMs: number): ImageNodeError {
  return new ImageNodeError({ ...error, message: error.message, cause: error.cause, retryAfterMs });
}
