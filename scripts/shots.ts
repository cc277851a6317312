// Pictures of the playground in its main looks, for people to judge. Needs a served Storybook:
//   npm start            (in another shell)
//   npm run shots        or: npm run shots -- http://127.0.0.1:6007
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright";
import type { Page } from "playwright";
import { CHROMIUM_ARGS, findChromium } from "../test/chromium.ts";

const base = process.argv[2] ?? "http://127.0.0.1:6006";
const folder = fileURLToPath(new URL("../shots/", import.meta.url));

interface Shot {
  readonly name: string;
  readonly globals: string;
  readonly width: number;
  readonly prepare?: (page: Page) => Promise<void>;
}

async function typeTemplate(page: Page): Promise<void> {
  await page.getByRole("textbox", { name: "Prompt" }).click();
  await page.keyboard.type(
    "A {{trigger.output.style}} illustration of {{agent.output.structured.subject}} with ",
  );
}

async function openPopup(page: Page): Promise<void> {
  await typeTemplate(page);
  await page.keyboard.type("{{", { delay: 30 });
  await page.getByRole("option").first().waitFor();
  await page.keyboard.press("ArrowDown");
}

async function openStyles(page: Page): Promise<void> {
  await page.getByRole("combobox", { name: "Style" }).click();
  await page.getByRole("option").first().waitFor();
}

async function run(page: Page): Promise<void> {
  await typeTemplate(page);
  await page.keyboard.type("soft light");
  await page.getByRole("combobox", { name: "Style" }).click();
  await page.getByRole("option", { name: /^Watercolor/ }).click();
  await page.getByRole("combobox", { name: "Aspect ratio" }).click();
  await page.getByRole("option", { name: /^Landscape/ }).click();
  await page.getByRole("button", { name: /^Generate/ }).click();
  const image = page.getByRole("region", { name: "Preview", exact: true }).getByRole("img");
  await image.waitFor();
  await image.evaluate((node: HTMLImageElement) => node.decode());
}

const LIGHT = "theme:light;direction:ltr";
const DARK = "theme:dark;direction:ltr";
const RTL = "theme:light;direction:rtl";

const SHOTS: readonly Shot[] = [
  { name: "light", globals: LIGHT, width: 1280 },
  { name: "dark", globals: DARK, width: 1280 },
  { name: "narrow", globals: LIGHT, width: 360 },
  { name: "rtl", globals: RTL, width: 1280 },
  { name: "popup-light", globals: LIGHT, width: 1280, prepare: openPopup },
  { name: "popup-dark-narrow", globals: DARK, width: 360, prepare: openPopup },
  { name: "styles-light", globals: LIGHT, width: 1280, prepare: openStyles },
  { name: "styles-dark", globals: DARK, width: 1280, prepare: openStyles },
  { name: "run-light", globals: LIGHT, width: 1280, prepare: run },
  { name: "run-dark", globals: DARK, width: 1440, prepare: run },
  { name: "run-narrow", globals: LIGHT, width: 360, prepare: run },
  { name: "run-rtl", globals: RTL, width: 1280, prepare: run },
];

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_ARGS });
for (const { name, globals, width, prepare } of SHOTS) {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    deviceScaleFactor: 2,
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(90_000);
  const page = await context.newPage();
  await page.goto(`${base}/iframe.html?id=panel--playground&viewMode=story&globals=${globals}`);
  await page.getByRole("tab", { name: "Manual" }).waitFor();
  await prepare?.(page);
  await page.waitForTimeout(250);
  await page.screenshot({
    path: `${folder}${name}.png`,
    fullPage: prepare !== openPopup && prepare !== openStyles,
  });
  console.log(`shots/${name}.png`);
  await context.close();
}
await browser.close();
