import { createDemoBackend } from "image-generation-node/demo";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, it } from "vitest";
import { PATIENCE_MS } from "../chromium.js";
import { buildPage } from "../security/page/buildPage.js";
import type { BuiltPage } from "../security/page/buildPage.js";
import { servePage } from "../security/page/servePage.js";
import { launchChromium } from "../storybook/openPlayground.js";

/** As Preact's documentation writes them for bundlers. */
const PREACT = [
  { find: /^react\/jsx-runtime$/, replacement: "preact/jsx-runtime" },
  { find: /^react-dom\/client$/, replacement: "preact/compat/client" },
  { find: /^react-dom$/, replacement: "preact/compat" },
  { find: /^react$/, replacement: "preact/compat" },
];

let browser: Browser;
let built: BuiltPage;

beforeAll(async () => {
  [browser, built] = await Promise.all([launchChromium(), buildPage(PREACT)]);
});
afterAll(async () => {
  await browser?.close();
  await built?.remove();
});

/** Uses the page. Returns what the browser and the page complained of. */
async function complaintsOf(use: (page: Page) => Promise<void>): Promise<readonly string[]> {
  const served = await servePage({
    folder: built.folder,
    createBackend: (publicUrl) => createDemoBackend({ publicUrl }).handler,
  });
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  try {
    await page.goto(served.url);
    const panel = page.locator("[data-imagenode-part=panel]");
    const marks = await panel.evaluate((element) => Object.keys(element).filter((key) => /react/i.test(key)));
    expect(marks, "the page runs React").toEqual([]);
    await use(page);
    return complaints;
  } finally {
    await page.close();
    await served.stop();
  }
}

const preview = (page: Page) => page.getByRole("region", { name: "Preview", exact: true });
const json = async (page: Page, name: string) =>
  JSON.parse(await page.getByRole("region", { name }).locator("pre").innerText()) as unknown;

it("runs in Preact by alias: type, complete, choose a style, generate, look at the picture", async () => {
  const complaints = await complaintsOf(async (page) => {
    await page.getByRole("textbox", { name: "Prompt", exact: true }).click();
    await page.keyboard.type("A {{sty");
    await page.getByRole("option").filter({ hasText: "trigger.output.style" }).first().waitFor();
    // An Enter at the very moment when the list appears by itself is a newline: people need longer.
    await page.waitForTimeout(200);
    await page.keyboard.press("Enter");
    await page.keyboard.type(" fox");
    const style = page.getByRole("combobox", { name: "Style" });
    await style.click();
    await page.getByRole("option", { name: "Sketch" }).click();
    await expect.poll(() => style.innerText()).toContain("Sketch");
    await expect
      .poll(() => json(page, "Saved configuration"))
      .toMatchObject({ style: "sketch", prompt: { template: "A {{trigger.output.style}} fox" } });
    await page.getByRole("button", { name: /^Generate/ }).click();
    const picture = preview(page).getByRole("img");
    await picture.waitFor();
    const decoded = await picture.evaluate(async (image: HTMLImageElement) => {
      await image.decode();
      return image.naturalWidth;
    });
    expect(decoded).toBeGreaterThan(500);
    await expect.poll(() => json(page, "Node output")).toMatchObject({ prompt: "A whimsical fox" });
    await page.getByRole("button", { name: "Enlarge the picture" }).click();
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await preview(page).getByRole("button", { name: "Regenerate" }).click();
    await preview(page).getByRole("button", { name: "Compare" }).waitFor();
  });
  expect(complaints).toEqual([]);
});
