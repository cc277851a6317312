import type { Page } from "playwright";
import { poll } from "../poll.ts";
import type { Pages } from "../servePages.ts";
import { median } from "../table.ts";
import { watchMainThread } from "../watchMainThread.ts";
import type { MainThread } from "../watchMainThread.ts";
import type { Contestant } from "./contestants.ts";
import type { Figures } from "./figures.ts";
import { focusField, loadContestant, readText } from "./openContestant.ts";
import { checkProse, placeCaret } from "./prose.ts";
import type { Scenario } from "./scenarios.ts";
import { takeKeyTimes, timeOpening, watchKeys } from "./watchKeys.ts";

const TRIGGER = "{{";
/** Fits every variable at its first letters, and hundreds of 10,000 at its last. */
const QUERY = "field_12";
const PROSE = "and so it";
const KEY_MS = 50;
/** Longer than any contestant waits before it does what it puts off. */
const REST_MS = 300;

/** Visits a contestant in a page in which nothing was ever typed: its first keys count, and so does mounting it. */
export async function visitCold(pages: Pages, name: Contestant, scenario: Scenario): Promise<Figures> {
  const { page, context } = await loadContestant(pages, name, scenario);
  try {
    const mainThread = await watchMainThread(context, page);
    const before = await mainThread.read();
    const mount = await page.evaluate(() => window.mountEditor());
    await page.waitForTimeout(REST_MS);
    const mounted = await mainThread.read();
    const figures = { mount, mountCpu: mounted.task - before.task };
    await watchKeys(page);
    await focusField(page);
    await page.waitForTimeout(KEY_MS);
    const typed = await (scenario.length > 0 ? typeProse(page, mainThread) : choose(page, mainThread, name));
    return { ...figures, ...typed };
  } finally {
    await context.close();
  }
}

/** Types the trigger and a query, the first keys that the page sees. */
async function choose(page: Page, mainThread: MainThread, name: Contestant): Promise<Figures> {
  const before = await mainThread.read();
  const [first = "", second = ""] = TRIGGER;
  await typeEvenly(page, first);
  const next = performance.now() + KEY_MS;
  const open = name === "bare" ? undefined : await timeOpening(page, second);
  if (open === undefined) await page.keyboard.press(second);
  await page.waitForTimeout(Math.max(0, next - performance.now()));
  const opened = await mainThread.read();
  await takeKeyTimes(page);
  await typeEvenly(page, QUERY);
  await page.waitForTimeout(REST_MS);
  const after = await mainThread.read();
  if (open !== undefined) await checkRows(page);
  return {
    open,
    openCpu: opened.task - before.task,
    perKey: (after.task - opened.task) / QUERY.length,
    script: (after.script - opened.script) / QUERY.length,
    painted: median(await takeKeyTimes(page)),
  };
}

/** Types prose in the middle of a long prompt. */
async function typeProse(page: Page, mainThread: MainThread): Promise<Figures> {
  const text = await readText(page);
  await placeCaret(page);
  await page.waitForTimeout(KEY_MS);
  const before = await mainThread.read();
  await typeEvenly(page, PROSE);
  await page.waitForTimeout(REST_MS);
  const after = await mainThread.read();
  const painted = median(await takeKeyTimes(page));
  await checkProse(page, text, PROSE);
  return {
    perKey: (after.task - before.task) / PROSE.length,
    script: (after.script - before.script) / PROSE.length,
    painted,
  };
}

/** One key every 50 ms, however long the last one took. */
async function typeEvenly(page: Page, text: string): Promise<void> {
  const begun = performance.now();
  for (const [index, key] of [...text].entries()) {
    await page.keyboard.press(key);
    await page.waitForTimeout(Math.max(0, begun + (index + 1) * KEY_MS - performance.now()));
  }
}

/** A contestant that shows other variables than the query's must not be timed. */
async function checkRows(page: Page): Promise<void> {
  const read = () => page.locator("[role=option]").first().textContent();
  const row = await poll(read, (text) => text?.includes(QUERY) ?? false);
  if (!row?.includes(QUERY)) throw new Error(`its first row for "${QUERY}" is "${row}"`);
}
