import type { CDPSession, Page } from "playwright";

/** What a page holds after its garbage was collected. */
export interface PageSize {
  readonly heapBytes: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly objectUrls: number;
}

/** Counts the object URLs that are made and not given back; runs in the page before anything else. */
export function countObjectUrls(): void {
  const held = new Set<string>();
  const { createObjectURL, revokeObjectURL } = URL;
  URL.createObjectURL = (object) => {
    const url = createObjectURL.call(URL, object);
    held.add(url);
    return url;
  };
  URL.revokeObjectURL = (url) => {
    held.delete(url);
    revokeObjectURL.call(URL, url);
  };
  Object.assign(globalThis, { heldObjectUrls: held });
}

/** Collects garbage and measures. */
export async function measurePage(page: Page, session: CDPSession): Promise<PageSize> {
  // Twice, with a turn between: what the first one finalises is freed by the second.
  await session.send("HeapProfiler.collectGarbage");
  await page.waitForTimeout(300);
  await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  const read = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return {
    heapBytes: read("JSHeapUsedSize"),
    nodes: read("Nodes"),
    listeners: read("JSEventListeners"),
    objectUrls: await page.evaluate(
      () => (globalThis as unknown as { heldObjectUrls: Set<string> }).heldObjectUrls.size,
    ),
  };
}
