import type { Browser } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildStorybook } from "./buildStorybook.js";
import { launchChromium, openPlayground } from "./openPlayground.js";
import type { RunningStorybook } from "./startStorybook.js";

let storybook: RunningStorybook;
let browser: Browser;

beforeAll(async () => {
  [storybook, browser] = await Promise.all([buildStorybook(), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await storybook?.stop();
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
