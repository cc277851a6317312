import { cdp, server } from "vitest/browser";

/** What Firefox gives to pages where its tests' preference is set. */
interface FirefoxTests {
  TestUtils?: { gc(): Promise<void> };
}

/** Lets the engine drop every object that nothing holds. */
export async function collectGarbage(): Promise<void> {
  if (server.config.browser.name === "firefox") {
    const { TestUtils } = globalThis as FirefoxTests;
    if (!TestUtils) throw new Error("The preference dom.testing.testutils.enabled is not set.");
    await TestUtils.gc();
  } else await (cdp() as unknown as Protocol).send("HeapProfiler.collectGarbage");
}

interface Protocol {
  send(method: string): Promise<unknown>;
}
