import type { Browser } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PATIENCE_MS } from "../chromium.js";
import { buildStorybook } from "./buildStorybook.js";
import { launchChromium, openPlayground } from "./openPlayground.js";
import { servePages } from "./servePages.js";
import type { RunningStorybook } from "./startStorybook.js";

let storybook: RunningStorybook;
let browser: Browser;

beforeAll(async () => {
  [storybook, browser] = await Promise.all([buildStorybook().then(servePages), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await storybook?.stop();
});

describe("the workflow editor in a static Storybook", () => {
  it("runs a whole workflow in the page, and shows what the receiver there got", async () => {
    const page = await browser.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    const strangers: string[] = [];
    page.on("request", (request) => {
      if (!request.url().startsWith(storybook.url) && !/^(blob|data):/.test(request.url()))
        strangers.push(request.url());
    });
    await page.goto(`${storybook.url}/iframe.html?id=recipes-workflow-editor--default&viewMode=story`);
    await page.getByRole("button", { name: "Run Marketing content" }).click();
    await page.getByRole("log").getByText("The workflow has ended.").waitFor();
    await page.getByRole("button", { name: /^Receiver/ }).click();
    const picture = page.getByRole("region", { name: "Received requests" }).getByRole("img").first();
    await picture.waitFor();
    await expect
      .poll(() => picture.evaluate((node: HTMLImageElement) => [node.naturalWidth, node.naturalHeight]))
      .toEqual([1024, 1024]);
    expect(strangers, "requests to other machines").toEqual([]);
    await page.close();
  });
});

describe("the sidebar of a static Storybook", () => {
  it("opens at its top, with the panel first and the playground chosen", async () => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 700 } });
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(storybook.url);
    const tree = page.locator("#storybook-explorer-tree");
    const chosen = tree.locator('[data-selected="true"]').first();
    await chosen.waitFor();
    expect((await chosen.innerText()).split("\n")[0]).toBe("Playground");
    const shelves = await tree.locator('[data-nodetype="group"], [data-nodetype="root"]').allInnerTexts();
    expect(shelves.slice(0, 3).map((shelf) => shelf.trim())).toEqual(["Panel", "Guides", "Recipes"]);
    const scrolled = await tree.evaluate((node: Element) => {
      const tops: number[] = [];
      for (let at: Element | null = node; at; at = at.parentElement) tops.push(at.scrollTop);
      return Math.max(...tops);
    });
    expect(scrolled).toBe(0);
    await page.close();
  });
});

describe("the playground in a static Storybook, without any server behind it", () => {
  it("draws in the page itself", async () => {
    const playground = await openPlayground(browser, storybook.url);
    const { frame, preview, strangers } = playground;
    await frame
      .getByRole("textbox", { name: "Prompt" })
      .fill("A {{trigger.output.style}} lighthouse at dusk");
    await frame.getByRole("button", { name: /^Generate/ }).click();
    const image = preview.getByRole("img");
    await image.waitFor();
    await expect
      .poll(() => image.evaluate((node: HTMLImageElement) => [node.naturalWidth, node.naturalHeight]))
      .toEqual([1024, 1024]);
    expect(await playground.readOutput()).toMatchObject({
      prompt: "A whimsical lighthouse at dusk",
      aspectRatio: "square",
    });
    expect(strangers, "requests to other machines").toEqual([]);
    await playground.page.context().close();
  });
});
