import { onTestFinished, vi } from "vitest";

/** Counts the timers that the client set from now on and that neither fired nor were cleared; Node's own fetch sets some too. */
export function watchTimers(): () => number {
  const open = new Set<unknown>();
  const realSet = globalThis.setTimeout;
  const realClear = globalThis.clearTimeout;
  vi.stubGlobal(
    "setTimeout",
    (callback: (...values: unknown[]) => void, ms?: number, ...values: unknown[]) => {
      const timer = realSet(() => {
        open.delete(timer);
        callback(...values);
      }, ms);
      if (new Error().stack?.includes("/src/client/")) open.add(timer);
      return timer;
    },
  );
  vi.stubGlobal("clearTimeout", (timer: NodeJS.Timeout | undefined) => {
    open.delete(timer);
    realClear(timer);
  });
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  return () => open.size;
}
