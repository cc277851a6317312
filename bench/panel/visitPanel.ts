import type { Page } from "playwright";
import { watchMainThread } from "../watchMainThread.ts";
import { takeKeyTimes, watchKeys } from "../editor/watchKeys.ts";
import { poll } from "../poll.ts";
import type { Pages } from "../servePages.ts";
import { median } from "../table.ts";
import { countRenders, takeRenders } from "./countRenders.ts";
import type {} from "./page/contestant.ts";

/** What one visit of a panel measured, in milliseconds; `renders` is a count per key. */
export interface PanelFigures {
  first: number;
  whole: number;
  cpu: number;
  again: number;
  key: number;
  painted: number;
  renders: number;
  modeCpu: number;
  mode: number;
}

/** Ends the name of a contestant that is shown without our style sheet. */
export const UNSTYLED = " without styles.css";
const TYPED = " in the snow";
const KEY_DELAY_MS = 30;
/** Longer than any contestant waits before it does what it puts off. */
const REST_MS = 300;
const MODES = ["prompt_ai", "auto", "prompt_ai", "manual"];

/** One visit in a fresh context: mounts, types into the prompt, switches the mode there and back. */
export async function visitPanel(pages: Pages, name: string): Promise<PanelFigures> {
  const { page, context } = await open(pages, name);
  try {
    const mainThread = await watchMainThread(context, page);
    const spend = async (act: () => Promise<unknown>) => {
      const before = await mainThread.read();
      await act();
      await page.waitForTimeout(REST_MS);
      return (await mainThread.read()).task - before.task;
    };
    let mounted = { first: NaN, whole: NaN };
    const cpu = await spend(async () => (mounted = await page.evaluate(() => window.mount())));
    const again = await mountAgain(page);
    const field = page.locator("textarea:visible").first();
    await field.evaluate((element) => {
      const text = element as HTMLTextAreaElement;
      text.focus();
      text.setSelectionRange(text.value.length, text.value.length);
    });
    await watchKeys(page);
    const key = await spend(() => page.keyboard.type(TYPED, { delay: KEY_DELAY_MS }));
    const painted = median(await takeKeyTimes(page));
    await checkPrompt(page, name);
    await countRenders(page);
    await page.keyboard.type("!!!!!", { delay: KEY_DELAY_MS });
    const renders = (await takeRenders(page)) / 5;
    await takeKeyTimes(page);
    const modeCpu = await spend(() => switchModes(page, name));
    const mode = median(await takeKeyTimes(page));
    const perKey = key / TYPED.length;
    return { ...mounted, cpu, again, key: perKey, painted, renders, modeCpu: modeCpu / MODES.length, mode };
  } finally {
    await context.close();
  }
}

/** One visit of a gallery: mounts, and scrolls down. */
export async function visitGallery(pages: Pages, name: string) {
  const { page, context } = await open(pages, name);
  try {
    const mainThread = await watchMainThread(context, page);
    const before = await mainThread.read();
    const { first } = await page.evaluate(() => window.mount());
    await page.waitForTimeout(REST_MS);
    const mounted = await mainThread.read();
    await page.evaluate(async () => {
      for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight) {
        scrollTo(0, top);
        await new Promise(requestAnimationFrame);
      }
    });
    const scrolled = await mainThread.read();
    const elements = await page.evaluate(() => document.getElementsByTagName("*").length);
    return { first, cpu: mounted.task - before.task, scroll: scrolled.task - mounted.task, elements };
  } finally {
    await context.close();
  }
}

async function open({ browser, url }: Pages, name: string) {
  const context = await browser.newContext({ viewport: { width: 1100, height: 800 } });
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  await page.goto(`${url}?contestant=${name.replace(UNSTYLED, "&bare-look")}`);
  await page.waitForSelector("html[data-ready]");
  return { page, context };
}

/** Milliseconds to the first paint once the engine knows the code. */
function mountAgain(page: Page): Promise<number> {
  return page.evaluate(async () => {
    let first = NaN;
    for (let turn = 0; turn < 2; turn += 1) {
      window.unmount();
      await new Promise((resolve) => setTimeout(resolve, 50));
      ({ first } = await window.mount());
    }
    return first;
  });
}

/** A panel that does not save what was typed must not be timed. */
async function checkPrompt(page: Page, name: string): Promise<void> {
  const template = await poll(
    () => page.evaluate(() => window.saved().prompt.template),
    (found) => found.endsWith(TYPED),
  );
  if (!template.endsWith(TYPED)) throw new Error(`${name} did not save what was typed; it has: ${template}`);
}

/** By keyboard, since that is the same for tabs and for a select. */
async function switchModes(page: Page, name: string): Promise<void> {
  const isTabs = name.startsWith("ours");
  await page
    .locator(isTabs ? "[role=tab][aria-selected=true]" : "select")
    .first()
    .focus();
  const [forward, back] = isTabs ? ["ArrowRight", "ArrowLeft"] : ["ArrowDown", "ArrowUp"];
  for (const [index, mode] of MODES.entries()) {
    await page.keyboard.press(index < 2 ? forward : back);
    await page.waitForTimeout(KEY_DELAY_MS);
    const saved = await poll(
      () => page.evaluate(() => window.saved().prompt.mode),
      (found) => found === mode,
    );
    if (saved !== mode) throw new Error(`${name} switched to ${saved} instead of ${mode}`);
  }
}
