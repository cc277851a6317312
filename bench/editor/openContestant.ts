import type { Page } from "playwright";
import type { Pages } from "../servePages.ts";
import type { Contestant } from "./contestants.ts";
import type {} from "./page/contestantProps.ts";
import type { Scenario } from "./scenarios.ts";

const TIMEOUT_MS = 8000;

/** A fresh context with the contestant in it and the focus in its field. */
export async function openContestant({ browser, url }: Pages, name: Contestant, scenario: Scenario) {
  const { variables, length, references, inLines } = scenario;
  const context = await browser.newContext();
  const page = await context.newPage();
  page.setDefaultTimeout(TIMEOUT_MS);
  await page.goto(
    `${url}?contestant=${name}&variables=${variables}&length=${length}&references=${references}` +
      `&lines=${Number(inLines)}`,
  );
  await page.waitForSelector("html[data-mount-ms]");
  await page.locator("textarea, [contenteditable=true]").first().focus();
  return { page, context };
}

/** The prompt as a host would save it. */
export function readText(page: Page): Promise<string> {
  return page.evaluate(() => window.access?.read?.() ?? document.querySelector("textarea")?.value ?? "");
}
