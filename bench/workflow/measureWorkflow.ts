import { chromium } from "playwright";
import type { Browser, Page } from "playwright";
import { CHROMIUM_ARGS, findChromium } from "../../test/chromium.ts";
import { startStorybook } from "../../test/storybook/startStorybook.ts";
import type { Table } from "../table.ts";
import { framesOf } from "./framesOf.ts";

const ITEMS = 200;
const FAILING = 117;
const WAIT_MS = 1_200_000;

/**
 * A loop of 200 items with concurrency 4 in the workflow recipe, on the demo back end over HTTP: what a frame costs the
 * page's main thread while it goes on, and whether a reload in the middle and a failing item lose anything. React's
 * development build, as Storybook serves it: a host's production build costs less.
 */
export async function measureWorkflow(): Promise<readonly Table[]> {
  const storybook = await startStorybook();
  const browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_ARGS });
  try {
    return [await measureLoop(browser, storybook.url)];
  } finally {
    await browser.close();
    await storybook.stop();
  }
}

async function measureLoop(browser: Browser, url: string): Promise<Table> {
  await fetch(`${url}/api/receiver/received`, { method: "DELETE" });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${url}/iframe.html?id=recipes-workflow-editor--default&viewMode=story`, {
    timeout: WAIT_MS,
  });
  await page.getByRole("button", { name: "Product batch", exact: true }).click();
  await page.getByTestId("rf__node-n1").click();
  const products = Array.from({ length: ITEMS }, (_none, index) => {
    const sku = `P-${index}`;
    return index === FAILING ? { sku } : { name: `red lamp number ${index}`, sku };
  });
  await page.getByRole("textbox", { name: "products" }).fill(JSON.stringify(products));
  await page.getByTestId("rf__node-n3").click();
  await page.getByRole("button", { name: "Last run" }).click();

  await browser.startTracing(page, { categories: ["toplevel", "__metadata"] });
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await untilDone(page, ITEMS / 2);
  const frames = framesOf(await browser.stopTracing());
  await page.reload();
  await page.getByText("The workflow has ended.").waitFor({ timeout: WAIT_MS });

  const received = (await (await fetch(`${url}/api/receiver/received`)).json()) as {
    requests: { path: string }[];
  };
  const uploads = new Set(
    received.requests.map(({ path }) => path).filter((path) => path.startsWith("products/")),
  );
  const failed = await page.getByTestId("rf__node-n2").getByText("1 failed").count();
  return {
    title: `A loop of ${ITEMS} items, 4 at a time`,
    unit: "main-thread CPU ms per frame",
    columns: ["p50", "p95", "p99"],
    rows: [{ name: "workflow recipe", values: [frames.at(0.5), frames.at(0.95), frames.at(0.99)] }],
    goals: [
      { text: `p95 under 16 ms: ${frames.at(0.95).toFixed(1)}`, reached: frames.at(0.95) < 16 },
      {
        text: `one failing item and a reload in the middle leave ${ITEMS - 1} pictures in the catalog: ${uploads.size}`,
        reached: uploads.size === ITEMS - 1 && failed === 1,
      },
    ],
  };
}

async function untilDone(page: Page, items: number): Promise<void> {
  await page.waitForFunction(
    (wanted) => {
      const words = document.querySelector('[data-testid="rf__node-n2"] .wf-progress')?.textContent ?? "";
      return parseInt(words, 10) >= wanted;
    },
    items,
    { timeout: WAIT_MS, polling: 500 },
  );
}
