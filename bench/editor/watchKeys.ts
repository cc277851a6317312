import type { Page } from "playwright";

/**
 * From now on the page notes for every key when the frame that shows its effect was painted: the first one after the
 * key and, where the list of suggestions changes later, the one after that. Costs every contestant the same few
 * microseconds.
 */
export async function watchKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    const keys: { start: number; painted: number }[] = [];
    const channel = new MessageChannel();
    const waiting: { start: number; painted: number }[] = [];
    channel.port1.onmessage = () => {
      const now = performance.now();
      for (const key of waiting.splice(0)) key.painted = now - key.start;
    };
    const paintedNext = (key: { start: number; painted: number }) =>
      requestAnimationFrame(() => {
        waiting.push(key);
        channel.port2.postMessage(null);
      });
    addEventListener(
      "keydown",
      (event) => {
        const key = { start: event.timeStamp, painted: NaN };
        keys.push(key);
        paintedNext(key);
      },
      { capture: true },
    );
    const isOfList = (node: Node) =>
      (node instanceof Element ? node : node.parentElement)?.closest("[role=listbox]") !== null;
    new MutationObserver((records) => {
      const last = keys.at(-1);
      if (last && records.some(({ target }) => isOfList(target))) paintedNext(last);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
    window.keyTimes = () => keys.splice(0).map(({ painted }) => painted);
  });
}

/** What was noted since the last call, milliseconds per key. */
export function takeKeyTimes(page: Page): Promise<number[]> {
  return page.evaluate(() => window.keyTimes?.() ?? []);
}

/** Presses a key and gives the milliseconds until the rows of a popup are painted. */
export async function timeOpening(page: Page, key: string): Promise<number> {
  const opened = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const seen = () => {
          const row = document.querySelector("[role=option]");
          return row !== null && row.getBoundingClientRect().height > 0;
        };
        window.addEventListener(
          "keydown",
          (event) => {
            const look = () => {
              if (!seen()) return requestAnimationFrame(look);
              // The frame in which the rows were seen is on the screen when the next task runs.
              return setTimeout(() => resolve(performance.now() - event.timeStamp));
            };
            requestAnimationFrame(look);
          },
          { capture: true, once: true },
        );
        document.documentElement.dataset.listening = "";
      }),
  );
  await page.waitForSelector("html[data-listening]");
  await page.keyboard.press(key);
  return opened;
}

declare global {
  interface Window {
    keyTimes?: (() => number[]) | undefined;
  }
}
