import { chromium } from "playwright";
import type { Browser, CDPSession, Page } from "playwright";
import { CHROMIUM_ARGS, findChromium } from "../../../test/chromium.ts";
import { countObjectUrls } from "./measurePage.ts";

/** The playground, alone in a page that watches itself. */
export interface OpenPanel {
  readonly browser: Browser;
  readonly page: Page;
  readonly session: CDPSession;
  /** What went wrong by itself: console errors, thrown errors, answers of 500 and above, requests to strangers. */
  readonly faults: string[];
  readConfig(): Promise<unknown>;
}

/** A refusal of the back end (a missing variable) is part of the game; Chromium logs each as an error of its own. */
const OF_THE_BROWSER = /^Failed to load resource: the server responded with a status of 4\d\d/;

/** Opens a page that shows the panel and, in a region, the configuration that a host saves. */
export async function openPanel(url: string): Promise<OpenPanel> {
  const browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_ARGS });
  const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
  const faults: string[] = [];
  const page = await context.newPage();
  await page.addInitScript(countObjectUrls);
  // The page of the soak stays as it was loaded, whatever happens to the sources meanwhile.
  await page.routeWebSocket(
    () => true,
    () => undefined,
  );
  page.on("console", (message) => {
    if (message.type() === "error" && !OF_THE_BROWSER.test(message.text())) faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(String(error.stack ?? error)));
  page.on("response", (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} from ${response.url()}`);
  });
  page.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^https?:$/.test(protocol) && hostname !== "127.0.0.1") faults.push(`a request to ${request.url()}`);
  });
  page.on("download", (download) => void download.delete().catch(() => undefined));
  page.setDefaultTimeout(2_500);
  await page.goto(url, { timeout: 120_000 });
  await page.getByRole("tab", { name: "Manual" }).waitFor({ timeout: 120_000 });
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable");
  const region = page.getByRole("region", { name: "Saved configuration" }).locator("pre");
  return {
    browser,
    page,
    session,
    faults,
    readConfig: async () => JSON.parse((await region.textContent()) ?? "") as unknown,
  };
}
