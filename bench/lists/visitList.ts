import { poll } from "../poll.ts";
import type { Pages } from "../servePages.ts";
import { watchMainThread } from "../watchMainThread.ts";
import type { ListKind } from "./page/makeLists.ts";
import type {} from "./page/main.tsx";

/** An editor and how its host comes by the list. */
export interface ListContestant {
  readonly name: string;
  readonly editor: "bare" | "naive" | "ours";
  readonly kind: ListKind;
}

/** CPU of the main thread in milliseconds: per key in prose, per key with the list open, per render without a key. */
export type ListFigures = Readonly<Record<"key" | "open" | "frame", number>>;

const WARM_UP = " now";
const PROSE = " in the snow";
const QUERY = "output.t";
const FRAMES = 30;
const KEY_MS = 50;
/** Longer than an editor waits before it does what it puts off. */
const REST_MS = 300;

/** Types into the editor, opens its list and types on, then renders its host as often as something dragged moves. */
export async function visitList(
  { browser, url }: Pages,
  { name, editor, kind }: ListContestant,
  sources: number,
): Promise<ListFigures> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(`${url}?editor=${editor}&kind=${kind}&sources=${sources}`);
    const field = page.locator("textarea");
    await field.focus();
    await page.keyboard.press("Control+End");
    const mainThread = await watchMainThread(context, page);
    const spend = async (times: number, act: () => Promise<unknown>) => {
      const before = await mainThread.read();
      await act();
      await page.waitForTimeout(REST_MS);
      return ((await mainThread.read()).task - before.task) / times;
    };
    const type = (text: string) => page.keyboard.type(text, { delay: KEY_MS });
    await type(WARM_UP);
    // The many lists that were made leave garbage, which is none of the editor's.
    await mainThread.heap();
    await page.waitForTimeout(REST_MS);
    const key = await spend(PROSE.length, () => type(PROSE));
    await type(" {{");
    const rows = page.locator("[role=option]");
    if (editor !== "bare") await rows.first().waitFor();
    await page.waitForTimeout(REST_MS);
    const open = await spend(QUERY.length, () => type(QUERY));
    if (editor !== "bare") {
      const row = await poll(
        () => rows.first().textContent(),
        (text) => text?.includes(QUERY) ?? false,
      );
      if (!row?.includes(QUERY)) throw new Error(`${name}: the first row for "${QUERY}" is "${row}"`);
    }
    const text = await field.inputValue();
    if (!text.endsWith(`${WARM_UP}${PROSE} {{${QUERY}`)) throw new Error(`${name} made "${text}"`);
    await type("}} ");
    await page.waitForTimeout(REST_MS);
    const frame = await spend(FRAMES, () => page.evaluate((frames) => window.drag(frames), FRAMES));
    return { key, open, frame };
  } finally {
    await context.close();
  }
}
