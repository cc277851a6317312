import { poll } from "../poll.ts";
import type { Pages } from "../servePages.ts";
import { CONTESTANTS } from "./contestants.ts";
import type { Contestant } from "./contestants.ts";
import { openContestant, readText } from "./openContestant.ts";
import { TARGET } from "./page/makePaths.ts";
import { choosingFrom } from "./scenarios.ts";

const BEFORE = "Draw ";
const AFTER = " now";

/** Who finds and inserts the right variable and leaves the caret behind it; of the others, what they did instead. */
export async function passGate(pages: Pages) {
  const passed: Contestant[] = [];
  const failed: string[] = [];
  for (const name of CONTESTANTS) {
    try {
      await tryContestant(pages, name);
      passed.push(name);
    } catch (error) {
      failed.push(`${name} fails the gate and is not timed: ${firstLine(error)}`);
    }
  }
  return { passed, failed };
}

async function tryContestant(pages: Pages, name: Contestant): Promise<void> {
  const { page, context } = await openContestant(pages, name, choosingFrom(1000));
  try {
    await page.keyboard.type(`${BEFORE}{{`, { delay: 10 });
    const hasPopup = name !== "bare";
    if (hasPopup) await page.waitForSelector("[role=option]");
    await page.keyboard.type(hasPopup ? "shipping" : `${TARGET}}}`, { delay: 10 });
    if (hasPopup) {
      await page.locator("[role=option]", { hasText: TARGET }).first().waitFor();
      // CodeMirror ignores an Enter that follows a changed list too closely.
      await page.waitForTimeout(120);
      await page.keyboard.press("Enter");
      await poll(
        () => readText(page),
        (text) => text.includes(`{{${TARGET}}}`),
      );
    }
    await page.keyboard.type(AFTER, { delay: 10 });
    // Tiptap puts a space behind what it inserts, as messengers do.
    const read = async () => (await readText(page)).replace("  ", " ");
    const wanted = `${BEFORE}{{${TARGET}}}${AFTER}`;
    const text = await poll(read, (found) => found === wanted);
    if (text !== wanted) throw new Error(`it made "${text.slice(0, 200)}" instead of "${wanted}"`);
  } finally {
    await context.close();
  }
}

/** The first line of what went wrong. */
export function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split("\n")[0] ?? "";
}
