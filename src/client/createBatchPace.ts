import type { ImageNodeError } from "../contract/index.js";
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
  let refusal: ImageNodeError | undefined;
  return {
    async ready(signal) {
      if (refusal) throw refusal;
      for (let ms = until - now(); ms > 0; ms = until - now()) await pause(ms, signal);
    },
    hold(error, ms) {
      // Asked to stay away for longer than anyone waits: the rest of the batch need not hear it one by one.
      if ((error.retryAfterMs ?? 0) > MAX_PAUSE_MS) refusal = error;
      else until = Math.max(until, now() + ms);
    },
  };
}
