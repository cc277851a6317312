import { createImageNodeHandler, memoryStorage } from "image-generation-node/server";
import type { GenerateImageRequest } from "image-generation-node/server";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import sharp from "sharp";
import { PATIENCE_MS } from "../chromium.js";
import { buildPage } from "../security/page/buildPage.js";
import type { BuiltPage } from "../security/page/buildPage.js";
import { servePage } from "../security/page/servePage.js";
import type { ServedPage } from "../security/page/servePage.js";
import { launchChromium } from "../storybook/openPlayground.js";

const COLOURS = ["#888", "#c33", "#3a3", "#36c", "#cc3"];
const storage = memoryStorage();
let asked: (number | undefined)[] = [];
/** Numbers of the images that fail the next time. */
let failing = new Set<number>();

/** Draws one colour for each number, or fails as a provider does. */
async function generate({ context, width, height }: GenerateImageRequest): Promise<Uint8Array> {
  const { variation = 0 } = context;
  asked.push(context.variation);
  if (failing.delete(variation)) throw Object.assign(new Error("no"), { statusCode: 500 });
  const background = COLOURS[variation] ?? "#000";
  return new Uint8Array(
    await sharp({ create: { width, height, channels: 3, background } })
      .png()
      .toBuffer(),
  );
}

let browser: Browser;
let built: BuiltPage;
let served: ServedPage;
let page: Page;

beforeAll(async () => {
  [browser, built] = await Promise.all([launchChromium(), buildPage()]);
  served = await servePage({
    folder: built.folder,
    createBackend: (publicUrl) =>
      createImageNodeHandler({
        imageModels: {
          painter: {
            label: "Painter",
            model: { generate },
            price: { currency: "USD", min: "0.04", max: "0.04", source: "list" },
          },
        },
        storage,
        signingSecret: "for this test only, at least 32 characters",
        authorize: () => ({ scope: "test", subject: "user" }),
        dangerouslyAllowAnonymous: true,
        publicUrl,
        hooks: { onError: () => undefined },
      }),
  });
});
beforeEach(async () => {
  asked = [];
  failing = new Set();
  page = await browser.newPage({ viewport: { width: 1200, height: 1000 } });
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(`${served.url}/#kept`);
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await page.getByRole("textbox", { name: "Prompt", exact: true }).fill("A red fox");
  return () => page.close();
});
afterAll(async () => {
  await browser?.close();
  await Promise.all([built?.remove(), served?.stop()]);
});

const openActions = async () => {
  const toggle = page.getByRole("button", { name: "More actions" });
  if ((await toggle.getAttribute("aria-expanded")) === "false") await toggle.click();
};
const grid = () => page.getByRole("group", { name: "4 pictures to choose from" });
const picture = (number: number) =>
  grid().getByRole("button", { name: `Picture ${number} of 4`, exact: true });
const pressed = () =>
  grid()
    .locator("[aria-pressed]")
    .evaluateAll((buttons) => buttons.map((button) => button.getAttribute("aria-pressed")));
const output = async () =>
  JSON.parse(await page.getByRole("region", { name: "Node output" }).locator("pre").innerText()) as {
    attachmentId: string;
  } | null;
const idle = () => expect.poll(() => page.getByRole("button", { name: /^Generate/ }).isVisible()).toBe(true);
const run = async (name: string) => {
  const told = page.getByRole("region", { name: "Workflow" }).locator("output");
  const before = await told.innerText();
  await page.getByRole("button", { name }).click();
  await expect.poll(() => told.innerText()).not.toBe(before);
  return JSON.parse(await told.innerText()) as {
    id: string;
    kind?: string;
    imageUrl: string;
    pinned?: boolean;
    usage: unknown;
    warnings?: { code: string }[];
  };
};

/** Draws four by keys. */
async function drawFour(): Promise<void> {
  await page.getByRole("radio", { name: /^1/ }).focus();
  for (let count = 1; count < 4; count += 1) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Control+Enter");
  await grid().waitFor();
  await idle();
}

it("makes four at once, repeats the one that failed, and goes on with the one that is chosen by keys", async () => {
  failing = new Set([2]);
  await page.getByRole("radio", { name: /^4/ }).check();
  const cost = page.locator("[data-imagenode-part=config-form-cost-estimate]");
  await expect.poll(() => cost.innerText()).toMatch(/4 × 0\.04 = 0\.16\u2069 USD/);
  expect(asked).toEqual([]);
  await page.getByRole("button", { name: "Generate 4" }).click();
  await grid().waitFor();
  await idle();
  expect(asked.toSorted()).toEqual([1, 2, 3, 4]);
  for (const number of [1, 3, 4]) await picture(number).waitFor();

  // The others keep what they have, and nobody asks for them again.
  await grid().getByRole("button", { name: "Retry, picture 2" }).press("Enter");
  await picture(2).waitFor();
  expect(asked).toHaveLength(5);
  expect(asked[4]).toBe(2);

  await picture(1).focus();
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => picture(3).evaluate((node) => node === document.activeElement)).toBe(true);
  await page.keyboard.press("Enter");
  await expect.poll(pressed).toEqual(["false", "false", "true", "false"]);
  const third = await output();
  await page.keyboard.press("4");
  await expect.poll(pressed).toEqual(["false", "false", "false", "true"]);
  expect((await output())?.attachmentId).not.toBe(third?.attachmentId);

  // Any two of them, side by side.
  await page.getByRole("button", { name: "Compare" }).click();
  const dialog = page.getByRole("dialog", { name: "Compare pictures" });
  await dialog.getByRole("group", { name: "First picture" }).getByRole("button").nth(2).click();
  await expect.poll(() => dialog.locator("figure img").count()).toBe(2);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  expect(asked).toHaveLength(5);
});

it("finds all four after a reload, and the pin, which a test of the workflow uses without paying", async () => {
  await drawFour();
  await picture(3).click();
  await openActions();
  await page.getByRole("button", { name: /^Pin/ }).click();
  const chosen = await output();
  await page.reload();
  for (const number of [1, 2, 3, 4]) await picture(number).waitFor();
  expect(await pressed()).toEqual(["false", "false", "true", "false"]);
  expect(await output()).toMatchObject({ attachmentId: chosen?.attachmentId });
  await page.locator("[data-imagenode-part=preview-pinned]").waitFor();
  expect(asked).toHaveLength(4);

  const tried = await run("Test the workflow");
  expect(tried).toMatchObject({ pinned: true, usage: { items: [] } });
  expect((await page.request.get(tried.imageUrl)).status()).toBe(200);
  expect(asked).toHaveLength(4);
  await page.getByRole("textbox", { name: "Prompt", exact: true }).fill("A red fox");
  const real = await run("Run it for real");
  expect(real.pinned).toBeUndefined();
  expect(real.id).not.toBe(tried.id);
  expect(asked).toHaveLength(5);
});

it("says that the settings are others now, and that the picture is gone, and pays for neither", async () => {
  await drawFour();
  await picture(2).click();
  await openActions();
  await page.getByRole("button", { name: /^Pin/ }).click();
  const notice = page.locator("[data-imagenode-part=preview-pinned]");
  await expect.poll(() => notice.getAttribute("data-settings")).toBe("same");
  await page.getByRole("textbox", { name: "Prompt", exact: true }).fill("A blue fox");
  await expect.poll(() => notice.getAttribute("data-settings")).toBe("other");
  const tried = await run("Test the workflow");
  expect(tried.warnings?.map(({ code }) => code)).toContain("pinned_other_settings");

  const { attachmentId = "" } = (await output()) ?? {};
  await storage.delete?.(attachmentId);
  // The browser keeps a picture that it has seen.
  const session = await page.context().newCDPSession(page);
  await session.send("Network.clearBrowserCache");
  expect(await run("Test the workflow")).toEqual({ kind: "attachment_deleted" });
  await page.reload();
  await expect.poll(() => notice.getAttribute("data-state")).toBe("deleted");
  expect(asked).toHaveLength(4);
  await page.getByRole("textbox", { name: "Prompt", exact: true }).fill("A blue fox");
  await notice.getByRole("button", { name: /^Generate/ }).click();
  await expect.poll(() => asked.length).toBe(5);
});

it("makes more like one that was chosen, and pays for as many as it says", async () => {
  await drawFour();
  await page.getByRole("radio", { name: /^2/ }).check();
  await picture(3).click();
  await page.getByRole("textbox", { name: "Prompt", exact: true }).fill("Another text");
  await openActions();
  await page.getByRole("button", { name: /^More like this/ }).click();
  await page.getByRole("group", { name: "2 pictures to choose from" }).waitFor();
  await idle();
  expect(asked).toHaveLength(6);
  expect(await output()).toMatchObject({ prompt: "A red fox" });
});
