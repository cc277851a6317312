import type { Page } from "playwright";
import { poll } from "../poll.ts";
import type { Pages } from "../servePages.ts";
import { watchMainThread } from "../watchMainThread.ts";
import type { MainThread } from "../watchMainThread.ts";
import type {} from "./page/main.tsx";

/** An editor on every card, over one list or a list of each card's own. */
export interface CanvasContestant {
  readonly name: string;
  readonly editor: "bare" | "naive" | "ours";
  readonly list: "shared" | "own";
}

/** CPU of the main thread in milliseconds of mounting all cards and of using one; MB of the heap after it. */
export type CanvasFigures = Readonly<Record<"mount" | "card" | "heap", number>>;

const USED = [90, 10, 50, 30, 70];
const QUERY = "output.tit";
const KEY_MS = 50;
const REST_MS = 300;
/** Less than this in a rest is nothing: frames without a change, and the measuring itself. */
const SILENCE_MS = 8;
/** On a busy machine one rest may pass before the page gets its turn. */
const SILENT_RESTS = 2;

/** Mounts the cards, then focuses some of them, opens the list and types ten keys. */
export async function visitCanvas(
  { browser, url }: Pages,
  { name, editor, list }: CanvasContestant,
  sources: number,
): Promise<CanvasFigures> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(`${url}?editor=${editor}&list=${list}&sources=${sources}`);
    await page.waitForSelector("html[data-ready]");
    const mainThread = await watchMainThread(context, page);
    const begun = await mainThread.read();
    await page.evaluate(() => window.mountCards());
    const mounted = await settle(page, mainThread);
    for (const card of USED) await useCard(page, card, editor !== "bare", name);
    const used = await settle(page, mainThread);
    return {
      mount: mounted - begun.task,
      card: (used - mounted) / USED.length,
      heap: await mainThread.heap(),
    };
  } finally {
    await context.close();
  }
}

async function useCard(page: Page, card: number, hasList: boolean, name: string): Promise<void> {
  const field = page.locator("textarea").nth(card);
  await field.focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" {{", { delay: KEY_MS });
  const row = page.locator("[role=option]:visible").first();
  if (hasList) await row.waitFor();
  await page.keyboard.type(QUERY, { delay: KEY_MS });
  if (hasList) {
    const text = await poll(
      () => row.textContent(),
      (found) => found?.includes(QUERY) ?? false,
    );
    if (!text?.includes(QUERY)) throw new Error(`${name}: the first row for "${QUERY}" is "${text}"`);
  }
  await page.keyboard.type("}}", { delay: KEY_MS });
}

/** Waits until resting costs nothing: what is put off until the page is idle counts too. Resolves with the CPU so far. */
async function settle(page: Page, mainThread: MainThread): Promise<number> {
  let { task } = await mainThread.read();
  for (let silent = 0; silent < SILENT_RESTS;) {
    const before = task;
    await page.waitForTimeout(REST_MS);
    ({ task } = await mainThread.read());
    silent = task - before < SILENCE_MS ? silent + 1 : 0;
  }
  return task;
}
