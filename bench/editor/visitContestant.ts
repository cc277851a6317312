import type { Page } from "playwright";
import { watchMainThread } from "../watchMainThread.ts";
import type { MainThread } from "../watchMainThread.ts";
import { poll } from "../poll.ts";
import type { Pages } from "../servePages.ts";
import { median } from "../table.ts";
import type { Contestant } from "./contestants.ts";
import type { Figures } from "./figures.ts";
import { openContestant, readText } from "./openContestant.ts";
import { checkProse, placeCaret } from "./prose.ts";
import { takeKeyTimes, timeOpening, watchKeys } from "./watchKeys.ts";
import { TARGET } from "./page/makePaths.ts";
import type {} from "./page/contestantProps.ts";
import type { Scenario } from "./scenarios.ts";
import { visitCold } from "./visitCold.ts";

const WARM_UP = "A warm start ";
const QUERY = "shipping";
const PROSE = "and so it";
/** A fast typist's, with frames between two keys in which nothing happens. */
const KEY_DELAY_MS = 60;
/** Longer than any contestant waits before it does what it puts off. */
const REST_MS = 260;
/** Between two things that are timed apart, long enough for several frames. */
const PAUSE_MS = 80;

/** Visits a contestant once in a fresh page and measures what the scenario asks of it. */
export function visitContestant(pages: Pages, name: Contestant, scenario: Scenario): Promise<Figures> {
  if (scenario.isBroad) return visitCold(pages, name, scenario);
  return scenario.length > 0 ? visitLongPrompt(pages, name, scenario) : visitPopup(pages, name, scenario);
}

/** Types `{{` and a query, and accepts. */
function visitPopup(pages: Pages, name: Contestant, scenario: Scenario): Promise<Figures> {
  return visit(pages, name, scenario, async (page, mainThread, mount) => {
    await page.keyboard.type(WARM_UP, { delay: 5 });
    await page.waitForTimeout(scenario.isThorough ? REST_MS : PAUSE_MS);
    await page.keyboard.press("{");
    await page.waitForTimeout(KEY_DELAY_MS);
    const open = name === "bare" ? await page.keyboard.press("{") : await timeOpening(page, "{");
    await page.waitForTimeout(PAUSE_MS);
    await watchKeys(page);
    const cost = await typeAndCount(page, mainThread, QUERY);
    const painted = median(await takeKeyTimes(page));
    const heap = scenario.isThorough ? await mainThread.heap() : undefined;
    if (open === undefined) return { mount, ...cost, painted, heap };
    await page.keyboard.press("Enter");
    await page.waitForTimeout(PAUSE_MS);
    await checkText(page, `${WARM_UP}{{${TARGET}}}`);
    const accept = (await takeKeyTimes(page)).at(-1) ?? NaN;
    return { mount, open, ...cost, painted, accept, heap };
  });
}

/** Types prose in the middle of a long prompt. */
function visitLongPrompt(pages: Pages, name: Contestant, scenario: Scenario): Promise<Figures> {
  return visit(pages, name, scenario, async (page, mainThread, mount) => {
    const before = await readText(page);
    await placeCaret(page);
    await page.keyboard.type(WARM_UP, { delay: 5 });
    await page.waitForTimeout(PAUSE_MS);
    await watchKeys(page);
    const cost = await typeAndCount(page, mainThread, PROSE);
    const painted = median(await takeKeyTimes(page));
    await checkProse(page, before, WARM_UP + PROSE);
    return { mount, ...cost, painted };
  });
}

async function visit(
  pages: Pages,
  name: Contestant,
  scenario: Scenario,
  measure: (page: Page, mainThread: MainThread, mount: number) => Promise<Figures>,
): Promise<Figures> {
  const { page, context, mount } = await openContestant(pages, name, scenario);
  try {
    return await measure(page, await watchMainThread(context, page), mount);
  } finally {
    await context.close();
  }
}

async function typeAndCount(page: Page, mainThread: MainThread, text: string) {
  const before = await mainThread.read();
  await page.keyboard.type(text, { delay: KEY_DELAY_MS });
  await page.waitForTimeout(REST_MS);
  const after = await mainThread.read();
  return {
    perKey: (after.task - before.task) / text.length,
    script: (after.script - before.script) / text.length,
  };
}

/** A contestant that does not find and insert the right variable must not be timed. */
async function checkText(page: Page, wanted: string): Promise<void> {
  const text = await poll(
    async () => (await readText(page)).trim(),
    (found) => found === wanted,
  );
  if (text !== wanted) throw new Error(`it made "${text.slice(0, 200)}" instead of "${wanted}"`);
}
