import { nameOf } from "./createRunListeners.js";

/** Bounds the event streams at once, of each run and of each scope. */
export interface StreamPermits {
  /** Takes a permit; returns the function that gives it back, or `null` where there is none. */
  acquire(scope: string, id: string): (() => void) | null;
}

/** Creates the permits of one process. */
export function createStreamPermits(mostPerRun: number, mostPerScope: number): StreamPermits {
  const perRun = createCounter(mostPerRun);
  const perScope = createCounter(mostPerScope);

  return {
    acquire(scope, id) {
      const name = nameOf(scope, id);
      if (!perRun.hasRoom(name) || !perScope.hasRoom(scope)) return null;
      perRun.add(name, 1);
      perScope.add(scope, 1);
      let isHeld = true;
      return () => {
        if (!isHeld) return;
        isHeld = false;
        perRun.add(name, -1);
        perScope.add(scope, -1);
      };
    },
  };
}

/** Counts by name; forgets a name at zero. */
function createCounter(most: number) {
  const counts = new Map<string, number>();
  return {
    hasRoom: (name: string) => (counts.get(name) ?? 0) < most,
    add(name: string, amount: number) {
      const count = (counts.get(name) ?? 0) + amount;
      if (count > 0) counts.set(name, count);
      else counts.delete(name);
    },
  };
}
