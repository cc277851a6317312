import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { boxOf, isOpen, LIST, openList, within } from "./editorPage.js";
import { startRealBrowser, type RealBrowser } from "./openEditorPage.js";

let browser: RealBrowser;
beforeAll(async () => {
  browser = await startRealBrowser();
});
afterAll(() => browser?.close());

describe("a part of a token that is dragged by the mouse", () => {
  const TEXT = "A {{trigger.output.style}} cat";

  async function showToken(page: Page) {
    await page.evaluate((defaultValue) => {
      const values: string[] = [];
      Object.assign(window, { values });
      window.editorPage.showEditor({ defaultValue, onValueChange: (value) => values.push(value) });
    }, TEXT);
    await page.locator("mark").waitFor({ state: "attached" });
    /** The middle of a letter of the token. */
    const letterAt = (offset: number) =>
      page.locator("mark").evaluate((mark, at) => {
        const range = document.createRange();
        if (mark.firstChild) range.setStart(mark.firstChild, at);
        if (mark.firstChild) range.setEnd(mark.firstChild, at + 1);
        const { left, top, width, height } = range.getBoundingClientRect();
        return { x: left + width / 2, y: top + height / 2 };
      }, offset);
    const drag = async (start: number, end: number, to: { x: number; y: number }, key?: string) => {
      await page.locator("textarea").evaluate(
        (field: HTMLTextAreaElement, [from, until]) => {
          field.focus();
          field.setSelectionRange(from ?? 0, until ?? 0);
        },
        [start, end],
      );
      const { x, y } = await letterAt((start + end) / 2 - 2);
      await page.mouse.move(x, y);
      await page.mouse.down();
      if (key) await page.keyboard.down(key);
      await page.mouse.move(x - 6, y, { steps: 3 });
      await page.mouse.move(to.x, to.y, { steps: 6 });
      await page.mouse.up();
      if (key) await page.keyboard.up(key);
    };
    const values = () => page.evaluate(() => (window as unknown as { values: string[] }).values);
    const mirrored = () =>
      page.locator('[data-imagenode-part="prompt-editor-highlight"]').evaluate((box) => box.textContent);
    return { letterAt, drag, values, mirrored, field: page.locator("textarea") };
  }

  it("[case 26] moves it, tells the parent each edit, and comes back by undo", () =>
    within(browser.open(), async (page) => {
      const { drag, values, mirrored, field } = await showToken(page);
      const start = await boxOf(page, "textarea");
      await drag(4, 11, { x: start.left + 4, y: start.top + 10 });
      await expect.poll(() => field.inputValue()).toBe("triggerA {{.output.style}} cat");
      expect(await values()).toEqual(["A {{.output.style}} cat", "triggerA {{.output.style}} cat"]);
      await expect.poll(mirrored).toBe("triggerA {{.output.style}} cat");
      await expect.poll(() => page.locator("mark").getAttribute("data-state")).toBe("invalid");
      await page.keyboard.press("Control+z");
      await page.keyboard.press("Control+z");
      await expect.poll(() => field.inputValue()).toBe(TEXT);
      await expect.poll(mirrored).toBe(TEXT);
      await expect.poll(() => page.locator("mark").getAttribute("data-state")).toBe("known");
    }));

  it("[case 26] drops it inside the token, and copies it with Control", () =>
    within(browser.open(), async (page) => {
      const { drag, letterAt, mirrored, field } = await showToken(page);
      const to = await letterAt(17);
      await drag(4, 11, to, "Control");
      await expect.poll(() => field.inputValue()).toMatch(/^A \{\{trigger\.output\..*trigger.*\}\} cat$/);
      await expect.poll(mirrored).toBe(await field.inputValue());
    }));
});

describe("a node of React Flow", () => {
  const viewport = (page: Page) =>
    page.locator(".react-flow__viewport").evaluate((element) => getComputedStyle(element).transform);
  const widths: number[] = [];

  it.each([0.5, 1, 2])("[case 39] holds an unscaled list right under the token at scale %f", (zoom) =>
    within(browser.open({ viewport: { width: 1600, height: 800 } }), async (page) => {
      await page.evaluate((value) => window.editorPage.showCanvas(value), zoom);
      await page.locator("textarea").waitFor();
      await openList(page, "a fox {{");
      const isUnder = async () => {
        const [mark, list] = [await boxOf(page, "mark"), await boxOf(page, LIST)];
        return Math.abs(list.left - mark.left) < 2 && Math.abs(list.top - mark.bottom - 4) < 3;
      };
      await expect.poll(isUnder).toBe(true);
      const field = await boxOf(page, "textarea");
      expect(
        field.width /
          (await page.locator("textarea").evaluate(({ offsetWidth }: HTMLElement) => offsetWidth)),
      ).toBeCloseTo(zoom, 2);
      // The node clips what overflows it; the list lies above, whole and of the same size at any scale.
      const list = await boxOf(page, LIST);
      expect(list.bottom).toBeGreaterThan((await boxOf(page, ".react-flow__node")).bottom);
      widths.push(list.width);
      expect(list.width).toBeCloseTo(widths[0] ?? 0, 0);
      expect(
        await page.evaluate(
          ([x, y, selector]) => !!document.elementFromPoint(Number(x), Number(y))?.closest(String(selector)),
          [list.left + 20, list.bottom - 6, LIST] as const,
        ),
      ).toBe(true);

      const before = await viewport(page);
      for (const { left, top } of [list, field]) {
        await page.mouse.move(left + 30, top + 12);
        await page.mouse.wheel(0, 120);
      }
      const first = await boxOf(page, `${LIST} [role=option]`.concat(":first-child"));
      for (const [x, y] of [
        [field.left + 30, field.top + 12],
        [first.left + 20, first.top + 4],
      ] as const) {
        await page.mouse.move(x, y);
        await page.mouse.down();
        await page.mouse.move(x + 90, y + 60, { steps: 5 });
        await page.mouse.up();
        // A press in the text moves the caret away; the list comes back with the next letter of the token.
        if (await isOpen(page)) continue;
        await page.keyboard.press("Control+End");
        await page.keyboard.type("a");
      }
      expect(await viewport(page)).toBe(before);
      expect((await boxOf(page, ".react-flow__node")).left).toBeCloseTo(60, 0);

      await expect.poll(() => isOpen(page)).toBe(true);
      await page.evaluate(() => window.editorPage.panBy(140, 70));
      await expect.poll(() => viewport(page)).not.toBe(before);
      await expect.poll(isUnder).toBe(true);
      // The same wheel over the canvas itself zooms, and the list stays at the token.
      const panned = await viewport(page);
      await page.mouse.move(1150, 760);
      await page.mouse.wheel(0, 120);
      await expect.poll(() => viewport(page)).not.toBe(panned);
      await expect.poll(isUnder).toBe(true);
      expect((await boxOf(page, LIST)).width).toBeCloseTo(widths[0] ?? 0, 0);
    }),
  );
});
