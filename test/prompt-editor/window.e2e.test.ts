import type { CDPSession, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { boxOf, isOpen, LIST, openList, within } from "./editorPage.js";
import { startRealBrowser, type RealBrowser } from "./openEditorPage.js";

let browser: RealBrowser;
beforeAll(async () => {
  browser = await startRealBrowser();
});
afterAll(() => browser?.close());

describe("the window", () => {
  async function setWindow(session: CDPSession, windowState: "minimized" | "normal"): Promise<void> {
    const { windowId } = await session.send("Browser.getWindowForTarget");
    await session.send("Browser.setWindowBounds", { windowId, bounds: { windowState } });
  }

  it("[case 43] may go to the back: the list goes, the text is committed, and both wait for the next letter", () =>
    within(browser.openWindow(), async (page) => {
      await page.evaluate(() => {
        const commits: string[] = [];
        Object.assign(window, { commits });
        window.editorPage.showEditor({ onValueCommit: (value) => commits.push(value) });
      });
      await page.locator("textarea").waitFor();
      await openList(page, "{{ag");
      const session = await page.context().newCDPSession(page);
      const focus = () =>
        page.evaluate(
          () => `${document.hasFocus()} ${document.visibilityState} ${document.activeElement?.tagName}`,
        );
      expect(await focus()).toBe("true visible TEXTAREA");
      await setWindow(session, "minimized");
      await expect.poll(focus).toBe("false hidden TEXTAREA");
      await expect.poll(() => isOpen(page)).toBe(false);
      expect(await page.evaluate(() => (window as unknown as { commits: string[] }).commits)).toEqual([
        "{{ag",
      ]);
      await setWindow(session, "normal");
      await page.bringToFront();
      await expect.poll(focus).toBe("true visible TEXTAREA");
      await page.waitForTimeout(300);
      expect(await isOpen(page)).toBe(false);
      expect(await page.locator("textarea").inputValue()).toBe("{{ag");
      await page.keyboard.type("e");
      await expect.poll(() => isOpen(page)).toBe(true);
      expect(await page.locator("textarea").inputValue()).toBe("{{age");
    }));
});

describe("a page that is pinched on a touch screen", () => {
  interface Touch {
    x: number;
    y: number;
  }

  async function swipe(session: CDPSession, from: Touch[], to: Touch[]): Promise<void> {
    const STEPS = 10;
    const between = (step: number) =>
      from.map(({ x, y }, id) => ({
        id,
        x: x + (((to[id]?.x ?? x) - x) * step) / STEPS,
        y: y + (((to[id]?.y ?? y) - y) * step) / STEPS,
      }));
    await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: between(0) });
    for (let step = 1; step <= STEPS; step++)
      await session.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: between(step) });
    await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  }

  /** The part of the page that is seen, and the list, both in coordinates of the layout viewport. */
  const measure = (page: Page) =>
    page.locator(LIST).evaluate((list) => {
      const { offsetLeft, offsetTop, width, height, scale } = visualViewport ?? new VisualViewport();
      const box = list.getBoundingClientRect();
      const inside =
        box.left >= offsetLeft &&
        box.top >= offsetTop &&
        box.right <= offsetLeft + width + 0.5 &&
        box.bottom <= offsetTop + height + 0.5;
      return { scale, width, offsetLeft, offsetTop, inside, height: box.height };
    });

  it("[case 44] keeps the list inside what is seen of it, after a pinch and after a pan", () =>
    within(
      browser.open({ viewport: { width: 400, height: 640 }, isMobile: true, hasTouch: true }),
      async (page) => {
        await page.evaluate(() =>
          window.editorPage.showEditor({
            style: { padding: "150px 10px 400px" },
            inputStyle: { width: 360, height: 200 },
          }),
        );
        await page.locator("textarea").waitFor();
        const session = await page.context().newCDPSession(page);
        await swipe(
          session,
          [
            { x: 60, y: 250 },
            { x: 160, y: 250 },
          ],
          [
            { x: 25, y: 250 },
            { x: 205, y: 250 },
          ],
        );
        await expect.poll(() => page.evaluate(() => visualViewport?.scale ?? 0)).toBeGreaterThan(1.3);
        await openList(page);
        const pinched = await measure(page);
        expect(pinched.width).toBeLessThan(310);
        await expect.poll(async () => (await measure(page)).inside).toBe(true);
        expect((await measure(page)).height).toBeGreaterThan(40);
        await swipe(session, [{ x: 200, y: 420 }], [{ x: 120, y: 300 }]);
        await expect
          .poll(async () => {
            const { offsetLeft, offsetTop } = await measure(page);
            return offsetLeft !== pinched.offsetLeft || offsetTop !== pinched.offsetTop;
          })
          .toBe(true);
        expect(await isOpen(page)).toBe(true);
        await expect.poll(async () => (await measure(page)).inside).toBe(true);
      },
    ));
});

describe("the tree of all variables", () => {
  it.each([3, 11, 12, 13, 400])("opens with %i variables without a complaint of an observer", (count) =>
    within(browser.open(), async (page) => {
      // In one line each, as the style sheet has them.
      await page.addStyleTag({ content: '[role="treeitem"] { white-space: nowrap }' });
      await page.evaluate((variables) => window.editorPage.showTree(variables), count);
      await page.locator('[data-imagenode-part="prompt-editor-insert-button"]').click();
      await expect.poll(() => page.getByRole("treeitem").count()).toBeGreaterThan(Math.min(count, 12));
      // The rows are lower than guessed, so that at first there seem to be more than fit.
      const { height } = await boxOf(page, '[role="treeitem"] >> nth=0');
      expect(height).toBeLessThan(28);
      await page.waitForTimeout(200);
    }),
  );
});
