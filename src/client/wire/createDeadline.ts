import { ImageNodeError } from "../../contract/index.js";

/** Limit of time whose signal aborts when the time is up, or when the caller's own signal does. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** Returns the milliseconds that are left. */
  getTimeLeft(): number;
  /** Starts the time anew. */
  restart(): void;
  /** Drops the timer and the listener. Must be called when nobody waits any more. */
  dispose(): void;
}

/** Options of {@link createDeadline}. */
export interface DeadlineOptions {
  timeoutMs: number;
  /** Signal of the caller; its reason becomes the deadline's. */
  signal?: AbortSignal | undefined;
  /** Returns the epoch milliseconds. @default Date.now */
  now?: (() => number) | undefined;
  /** Creates the signal's reason when the time is up. @default a `client_timeout` error */
  createReason?: (() => unknown) | undefined;
}

/** Browsers take delays of up to 2^31-1 ms; a longer one would fire at once. */
const MAX_DELAY_MS = 2_147_483_647;

/** Creates a deadline and starts its time. */
export function createDeadline(options: DeadlineOptions): Deadline {
  const { timeoutMs, signal, now = Date.now, createReason = () => createTimeoutError(timeoutMs) } = options;
  const delay = Math.min(Math.max(0, timeoutMs), MAX_DELAY_MS);
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let endsAt = 0;
  const restart = () => {
    clearTimeout(timer);
    endsAt = now() + delay;
    timer = setTimeout(() => {
      controller.abort(createReason());
    }, delay);
  };
  const onAbort = () => {
    controller.abort(signal?.reason);
  };
  restart();
  signal?.addEventListener("abort", onAbort, { once: true });
  if (signal?.aborted) onAbort();
  return {
    signal: controller.signal,
    getTimeLeft: () => endsAt - now(),
    restart,
    dispose() {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
    },
  };
}

function createTimeoutError(timeoutMs: number): ImageNodeError {
  return new ImageNodeError({
    kind: "client_timeout",
    message: `No answer within ${timeoutMs} ms. The run may go on: rejoin it, or ask again with the same key.`,
    charged: null,
  });
}
