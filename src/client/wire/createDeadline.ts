import { ImageNodeError } from "../../contract/index.js";

/** Bounded wait: a signal that ends with the caller's own signal or by the clock. */
export interface Deadline {
  signal: AbortSignal;
  /** Ends it with a reason of its own. */
  end(reason: unknown): void;
  /** Gives it all its time again. */
  restart(): void;
  /** Drops the timer and the listener. Must be called when nobody waits any more. */
  dispose(): void;
}

/** Deadline of one call. */
export interface CallDeadline extends Deadline {
  /** When it ends by the clock, in epoch milliseconds. */
  deadline: number;
}

/** Browsers take delays of up to 2^31-1 ms; a longer one would fire at once. */
const toDelay = (ms: number) => Math.min(Math.max(0, ms), 2_147_483_647);

/** Starts a wait of at most `timeoutMs`. When the clock ends it, the signal's reason is `client_timeout`. */
export function createCallDeadline(
  timeoutMs: number,
  signal: AbortSignal | undefined,
  now: () => number,
): CallDeadline {
  const deadline = createDeadline(timeoutMs, signal, () => createTimeoutError(timeoutMs));
  return { ...deadline, deadline: now() + toDelay(timeoutMs) };
}

/** Makes a signal that ends as `signal` does, or for `getReason()` after `ms` milliseconds. */
export function createDeadline(
  ms: number,
  signal: AbortSignal | undefined,
  getReason: () => unknown,
): Deadline {
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = (reason: unknown) => {
    controller.abort(reason);
  };
  const onAbort = () => {
    end(signal?.reason);
  };
  const restart = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      end(getReason());
    }, toDelay(ms));
  };
  const dispose = () => {
    clearTimeout(timer);
    signal?.removeEventListener("abort", onAbort);
  };
  restart();
  signal?.addEventListener("abort", onAbort, { once: true });
  if (signal?.aborted) onAbort();
  return { signal: controller.signal, end, restart, dispose };
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
    message: `No answer within ${timeoutMs} ms. The run may go on: rejoin it, or ask again with the same key.`,
    charged: null,
  });
}
