import type { Clock } from "../../src/cli/check/processClock.js";

/** Creates a clock that stands still: `pass` ends every timer that is set for so long. */
export function createHeldClock(): Clock & { pass(milliseconds: number): void } {
  const timers = new Set<{ milliseconds: number; run: () => void }>();
  return {
    after(milliseconds, run) {
      const timer = { milliseconds, run };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    pass(milliseconds) {
      for (const timer of [...timers]) {
        if (timer.milliseconds !== milliseconds) continue;
        timers.delete(timer);
        timer.run();
      }
    },
  };
}
