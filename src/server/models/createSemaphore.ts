import { createProblem } from "../http/createProblem.js";

/** Hands out a bounded number of places by name. */
export interface Semaphore {
  /** Waits for a place; resolves with the function that gives it back. Refuses as `overloaded` after `patienceMs`. */
  take(name: string, signal: AbortSignal, patienceMs: number): Promise<() => void>;
}

/** @param count places per name; `undefined` for no bound */
export function createSemaphore(count: number | undefined): Semaphore {
  const rooms = new Map<string, { taken: number; waiting: Set<() => void> }>();

  return {
    async take(name, signal, patienceMs) {
      if (count === undefined) return () => undefined;
      const room = rooms.get(name) ?? { taken: 0, waiting: new Set() };
      rooms.set(name, room);
      if (room.taken < count) room.taken += 1;
      else await waitIn(room.waiting, patienceMs, signal);
      let given = false;
      return () => {
        if (given) return;
        given = true;
        const [next] = room.waiting;
        if (next) next();
        else room.taken -= 1;
        if (room.taken === 0) rooms.delete(name);
      };
    },
  };
}

/** Waits until a place is handed over, which keeps the count as it is. */
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
