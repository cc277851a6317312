import { createIllustrator } from "image-generation-node/demo";
import { createImageNodeHandler, memoryStorage } from "image-generation-node/server";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { ILLUSTRATOR_SETTINGS } from "../../src/demo/illustratorSettings.js";
import { PATIENCE_MS } from "../chromium.js";
import { buildPage } from "../security/page/buildPage.js";
import type { BuiltPage } from "../security/page/buildPage.js";
import { servePage } from "../security/page/servePage.js";
import type { ServedPage } from "../security/page/servePage.js";
import { createImage } from "../server/testBackend.js";
import { amazonBedrock } from "../server/providers/cases/amazonBedrock.js";
import { startFakeProvider } from "../server/providers/startFakeProvider.js";
import type { FakeProvider } from "../server/providers/startFakeProvider.js";
import { launchChromium } from "../storybook/openPlayground.js";

const NOVA = "amazon.nova-canvas-v1:0";
const usd = (amount: string) => ({ currency: "USD", min: amount, max: amount, source: "list" });

let browser: Browser;
let built: BuiltPage;
let fake: FakeProvider;
let served: ServedPage;
let page: Page;

beforeAll(async () => {
  [browser, built, fake] = await Promise.all([
    launchChromium(),
    buildPage(),
    startFakeProvider(amazonBedrock),
  ]);
  fake.deliver(await createImage(1024, 1024));
  served = await servePage({
    folder: built.folder,
    createBackend: (publicUrl) =>
      createImageNodeHandler({
        imageModels: {
          nova: {
            label: "Nova",
            model: amazonBedrock.create(fake.origin, NOVA),
            settings: true,
            price: [
              { when: { quality: "premium" }, ...usd("0.06") },
              { ...usd("0.04"), when: { quality: "standard" } },
            ],
          },
          demo: { label: "Demo", kind: "demo", model: createIllustrator(), settings: ILLUSTRATOR_SETTINGS },
        },
        storage: memoryStorage(),
        signingSecret: "for this test only, at least 32 characters",
        authorize: () => ({ scope: "test", subject: "user" }),
        dangerouslyAllowAnonymous: true,
        publicUrl,
      }),
  });
});
beforeEach(async () => {
  fake.reset();
  page = await browser.newPage({ viewport: { width: 1200, height: 1000 } });
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(`${served.url}/#kept`);
  await page.getByRole("textbox", { name: "Prompt", exact: true }).fill("A red fox");
  return () => page.close();
});
afterAll(async () => {
  await browser?.close();
  await Promise.all([built?.remove(), fake?.close(), served?.stop()]);
});

const toggle = () => page.locator("[data-imagenode-part=panel-settings-toggle]");
const preview = () => page.getByRole("region", { name: "Preview", exact: true });
const used = () => page.locator("[data-imagenode-part=preview-settings]");
const cost = () => page.locator("[data-imagenode-part=config-form-cost-estimate]");
const seed = () => page.getByRole("spinbutton", { name: "Seed" });
const saved = async () =>
  JSON.parse(await page.getByRole("region", { name: "Saved configuration" }).locator("pre").innerText()) as {
    settings?: object;
  };
/** Unfolds what the panel knows of its picture. */
async function openDetails(): Promise<void> {
  const details = page.locator("[data-imagenode-part=panel-details]");
  if ((await details.getAttribute("open")) === null) await details.locator("summary").click();
}

async function hash(): Promise<string> {
  await openDetails();
  return page.locator("[data-imagenode-part=preview-origin-hash]").innerText();
}

async function generate(): Promise<void> {
  await page.getByRole("button", { name: /^Generate/ }).click();
  await preview().getByText("Done").waitFor();
  await openDetails();
  await expect.poll(() => page.getByRole("button", { name: /^Generate/ }).isVisible()).toBe(true);
}

async function choose(model: string): Promise<void> {
  await page.getByRole("combobox", { name: "Image model" }).click();
  await page
    .getByRole("option", { name: new RegExp(`^${model}`) })
    .last()
    .click();
}

it("sends what is chosen to the provider, for the price that was shown, and says so in the answer", async () => {
  await toggle().click();
  await expect.poll(() => cost().innerText()).toMatch(/0\.04.*0\.06 USD/);
  await page.getByRole("radio", { name: "Premium" }).focus();
  await page.keyboard.press("Space");
  await expect.poll(() => cost().innerText()).toMatch(/^about 0\.06 USD/);
  await page.getByRole("radio", { name: "Premium" }).focus();
  await page.keyboard.press("ArrowLeft");
  await expect.poll(() => cost().innerText()).toMatch(/^about 0\.04 USD/);
  await page.keyboard.press("ArrowRight");
  await seed().fill("42");
  await generate();
  expect(fake.seen.map(({ body }) => body)).toMatchObject([
    { imageGenerationConfig: { quality: "premium", seed: 42 } },
  ]);
  await expect.poll(() => used().innerText()).toMatch(/Quality\s*Premium[\s\S]*Seed\s*42/);
  expect(await page.locator("[data-fact=cost]").innerText()).toMatch(/0\.06 USD/);
  expect((await saved()).settings).toEqual({ quality: "premium", seed: 42 });
  expect(await toggle().innerText()).toContain("Quality Premium · Seed 42");
});

it("refuses a value at its field, by keys, before anything is spent", async () => {
  await toggle().focus();
  await page.keyboard.press("Enter");
  await seed().focus();
  await page.keyboard.type("1.5");
  await page.keyboard.press("Control+Enter");
  const words = page.getByText("Enter a whole number.");
  await words.waitFor();
  expect(await seed().evaluate((field) => field === document.activeElement)).toBe(true);
  expect(await seed().getAttribute("aria-invalid")).toBe("true");
  expect((await saved()).settings).toEqual({ seed: "1.5" });
  await toggle().focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /^Generate/ }).click();
  await expect.poll(() => seed().evaluate((field) => field === document.activeElement)).toBe(true);
  expect(fake.seen).toEqual([]);
  await seed().fill("7");
  await expect.poll(() => words.count()).toBe(0);
  await generate();
  expect(fake.seen).toHaveLength(1);
});

it("keeps what another model does not have, and does not send it", async () => {
  await toggle().click();
  await page.getByRole("radio", { name: "Premium" }).check();
  await choose("Demo");
  await page.getByText("Not used by Demo").waitFor();
  await generate();
  await expect.poll(() => used().innerText()).not.toContain("Quality");
  expect((await saved()).settings).toEqual({ quality: "premium" });
  await page.getByRole("button", { name: "Remove Quality" }).click();
  await expect.poll(async () => (await saved()).settings).toBeUndefined();
});

it("draws the same bytes again: reload, restore, same seed", async () => {
  await choose("Demo");
  await toggle().click();
  await seed().fill("7");
  await page.getByRole("combobox", { name: "Palette" }).click();
  await page.getByRole("option").last().click();
  await generate();
  const first = await hash();
  await seed().fill("8");
  await generate();
  await expect.poll(hash).not.toBe(first);
  await page.reload();
  await page.locator("[data-imagenode-part=preview-thumb]").last().click();
  await expect.poll(hash).toBe(first);
  await page.getByRole("button", { name: "Use these settings" }).click();
  await expect.poll(saved).toMatchObject({ imageModel: "demo", settings: { seed: 7 } });
  await generate();
  expect(await page.locator("[data-imagenode-part=preview-thumb]").count()).toBe(3);
  await expect.poll(hash).toBe(first);
});

it("takes the seed of a picture that drew its own into the form", async () => {
  await choose("Demo");
  await generate();
  const first = await hash();
  expect((await saved()).settings).toBeUndefined();
  await preview().getByRole("button", { name: "Use this seed again" }).click();
  await expect
    .poll(async () => (await saved()).settings)
    .toMatchObject({ seed: expect.any(Number) as number });
  await generate();
  await expect.poll(() => page.locator("[data-imagenode-part=preview-thumb]").count()).toBe(2);
  expect(await hash()).toBe(first);
});
