import { onTestFinished, vi } from "vitest";
import { WAIT_MS } from "./faultServer.js";

/**
 * Holds the clock of each wait of a test client until `end` is called, so that it ends in the moment that the test is about, and not
 * before a busy machine got there.
 */
export function holdWaits(): { end: () => void } {
  const held = new Map<object, () => void>();
  const realSet = globalThis.setTimeout;
  const realClear = globalThis.clearTimeout;
  vi.stubGlobal("setTimeout", (callback: () => void, ms?: number) => {
    if (ms !== WAIT_MS) return realSet(callback, ms);
    const timer = {};
    held.set(timer, callback);
    return timer;
  });
  vi.stubGlobal("clearTimeout", (timer: NodeJS.Timeout | undefined) => {
    if (timer === undefined || !held.delete(timer)) realClear(timer);
  });
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  return {
    end: () => {
      const due = [...held.values()];
      held.clear();
      for (const callback of due) callback();
    },
  };
}
