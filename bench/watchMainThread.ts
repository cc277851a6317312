import type { BrowserContext, CDPSession, Page } from "playwright";

/** Seconds of the main thread's own CPU since the page began, and bytes of its heap. */
export interface MainThread {
  /** So far; take the difference of two. In milliseconds. */
  read(): Promise<{ task: number; script: number }>;
  /** Megabytes of the JavaScript heap after a collection. */
  heap(): Promise<number>;
}

/** Reads a page's main thread in CPU time, so that whatever else the machine does counts little. */
export async function watchMainThread(context: BrowserContext, page: Page): Promise<MainThread> {
  const session: CDPSession = await context.newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  return {
    async read() {
      const { metrics } = await session.send("Performance.getMetrics");
      const find = (name: string) => (metrics.find((metric) => metric.name === name)?.value ?? NaN) * 1000;
      return { task: find("TaskDuration"), script: find("ScriptDuration") };
    },
    async heap() {
      await session.send("HeapProfiler.collectGarbage");
      return (await session.send("Runtime.getHeapUsage")).usedSize / 1_000_000;
    },
  };
}
