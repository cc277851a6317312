import { ImageNodeError } from "../contract/index.js";

/** One bounded wait: a signal that ends by the caller's own signal or by the clock. */
export interface Wait {
  signal: AbortSignal;
  /** When it ends by the clock, in epoch milliseconds. */
  deadline: number;
  /** Ends the wait with a reason of its own. */
  end(reason: unknown): void;
  /** Drops the timer and the listener. Must be called when the wait is over. */
  dispose(): void;
}

/** Starts a wait of at most `timeoutMs`. When the clock ends it, the signal's reason is `client_timeout`. */
export function createWait(timeoutMs: number, signal: AbortSignal | undefined, now: () => number): Wait {
  const controller = new AbortController();
  const end = (reason: unknown) => {
    controller.abort(reason);
  };
  const onAbort = () => {
    end(signal?.reason);
  };
  // Browsers take delays of up to 2^31-1 ms; a longer one would fire at once.
  const delay = Math.min(Math.max(0, timeoutMs), 2_147_483_647);
  const timer = setTimeout(() => {
    end(createTimeoutError(timeoutMs));
  }, delay);
  if (signal?.aborted) onAbort();
  else signal?.addEventListener("abort", onAbort, { once: true });
  return {
    signal: controller.signal,
    deadline: now() + delay,
    end,
    dispose() {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
    },
  };
}

/** Settles as `promise` does, or rejects with the signal's reason first; whoever ignores signals can't hold us. */
export function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  if (signal.aborted) {
    promise.catch(() => undefined);
    return Promise.reject(signal.reason);
  }
  return new Promise<T>((resolve, reject) => {
    const onAbort = () => {
      reject(signal.reason);
    };
    signal.addEventListener("abort", onAbort, { once: true });
    promise.then(resolve, reject).finally(() => {
      signal.removeEventListener("abort", onAbort);
    });
  });
}

/** Resolves after `ms` milliseconds, or rejects with the signal's reason and leaves no timer. */
export function sleep(ms: number, signal: AbortSignal): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const done = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  return untilAborted(done, signal).finally(() => {
    clearTimeout(timer);
  });
}

function createTimeoutError(timeoutMs: number): ImageNodeError {
  return new ImageNodeError({
    kind: "client_timeout",
    message: `No answer within ${timeoutMs} ms. The run may still go on and end: rejoin it, or ask again with the same key.`,
    charged: null,
  });
}
