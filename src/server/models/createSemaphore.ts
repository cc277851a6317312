import { createProblem } from "../http/createProblem.js";

/** Lets a bounded number of runs use a model at once. */
export interface Semaphore {
  /** Waits for a permit; resolves with the function that releases it. Refuses as `overloaded` after `patienceMs`. */
  acquire(name: string, signal: AbortSignal, patienceMs: number): Promise<() => void>;
}

/**
 * Creates a semaphore for each name.
 *
 * @param count permits per name; `undefined` for no bound
 */
export function createSemaphore(count: number | undefined): Semaphore {
  const queues = new Map<string, { held: number; waiting: Set<() => void> }>();

  return {
    async acquire(name, signal, patienceMs) {
      if (count === undefined) return () => undefined;
      const queue = queues.get(name) ?? { held: 0, waiting: new Set() };
      queues.set(name, queue);
      if (queue.held < count) queue.held += 1;
      else await waitIn(queue.waiting, patienceMs, signal);
      let released = false;
      return () => {
        if (released) return;
        released = true;
        const [next] = queue.waiting;
        if (next) next();
        else queue.held -= 1;
        if (queue.held === 0) queues.delete(name);
      };
    },
  };
}

/** Waits until a permit is handed over, which keeps the count as it is. */
function waitIn(waiting: Set<() => void>, patienceMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = () => {
      clearTimeout(timer);
      waiting.delete(enter);
      signal.removeEventListener("abort", abort);
    };
    const enter = () => {
      leave();
      resolve();
    };
    const abort = () => {
      leave();
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      leave();
      reject(createProblem("overloaded", { retryAfterMs: 5_000 }));
    }, patienceMs);
    waiting.add(enter);
    signal.addEventListener("abort", abort);
    if (signal.aborted) abort();
  });
}
