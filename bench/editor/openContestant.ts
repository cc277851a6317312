import type { Page } from "playwright";
import type { Pages } from "../servePages.ts";
import type { Contestant } from "./contestants.ts";
import type {} from "./page/contestantProps.ts";
import type { Scenario } from "./scenarios.ts";

const TIMEOUT_MS = 8000;

/** A fresh context whose page has loaded the contestant and mounted nothing yet. */
export async function loadContestant({ browser, url }: Pages, name: Contestant, scenario: Scenario) {
  const { variables, length, references, inLines, isBroad } = scenario;
  const context = await browser.newContext();
  const page = await context.newPage();
  page.setDefaultTimeout(TIMEOUT_MS);
  await page.goto(
    `${url}?contestant=${name}&variables=${variables}&length=${length}&references=${references}` +
      `&lines=${Number(inLines)}&broad=${Number(isBroad)}`,
  );
  await page.waitForSelector("html[data-ready]");
  return { page, context };
}

/** A fresh context with the contestant in it and the focus in its field. */
export async function openContestant(pages: Pages, name: Contestant, scenario: Scenario) {
  const { page, context } = await loadContestant(pages, name, scenario);
  const mount = await page.evaluate(() => window.mountEditor());
  await focusField(page);
  return { page, context, mount };
}

/** Puts the focus into the contestant's field. */
export function focusField(page: Page): Promise<void> {
  return page.locator("textarea, [contenteditable=true]").first().focus();
}

/** The prompt as a host would save it. */
export function readText(page: Page): Promise<string> {
  return page.evaluate(() => window.access?.read?.() ?? document.querySelector("textarea")?.value ?? "");
}
