import type { Page } from "playwright";
import { expect } from "vitest";
import type { OpenEditorPage } from "./openEditorPage.js";

/** The list of suggestions. */
export const LIST = '[data-imagenode-part="prompt-editor-suggestions"]';

/** Runs a test in a page and fails it on anything that the page complained about. */
export async function within(
  opened: Promise<OpenEditorPage>,
  run: (page: Page) => Promise<void>,
): Promise<void> {
  const { page, complaints, close } = await opened;
  try {
    await run(page);
    expect(complaints).toEqual([]);
  } finally {
    await close();
  }
}

/** Whether the list can be seen. */
export const isOpen = (page: Page) => page.locator(LIST).evaluate((list) => list.matches(":popover-open"));
/** Where an element stands in the layout viewport. */
export const boxOf = (page: Page, selector: string) =>
  page.locator(selector).evaluate((element) => {
    const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
    return { left, top, right, bottom, width, height };
  });

/** Types braces at the end of the text and waits until the list hangs there. */
export async function openList(page: Page, text = "{{"): Promise<void> {
  await page.locator("textarea").focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(text);
  await expect.poll(() => isOpen(page)).toBe(true);
  await expect.poll(() => page.locator("mark").count()).toBeGreaterThan(0);
}
