// The pictures in the README, of the panel as it is, light and dark: npm exec node scripts/panelPicture.ts
import { fileURLToPath } from "node:url";
import { chromium } from "playwright";
import type { Browser } from "playwright";
import sharp from "sharp";
import { CHROMIUM_ARGS, findChromium } from "../test/chromium.ts";
import { startStorybook } from "../test/storybook/startStorybook.ts";

const TEMPLATE =
  "A {{trigger.output.style}} illustration of {{agent.output.structured.subject}} with {{agent.output.structured.mood}} lighting";

async function shoot(browser: Browser, url: string, theme: "light" | "dark"): Promise<Buffer> {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 1200 },
    deviceScaleFactor: 1.5,
    reducedMotion: "reduce",
    colorScheme: theme,
  });
  page.setDefaultTimeout(90_000);
  await page.goto(`${url}/iframe.html?id=panel--playground&viewMode=story&globals=theme:${theme}`);
  await page.getByRole("textbox", { name: "Prompt" }).fill(TEMPLATE);
  for (const [select, option] of [
    ["Style", /^Watercolor/],
    ["Aspect ratio", /^Landscape/],
  ] as const) {
    await page.getByRole("combobox", { name: select }).click();
    await page.getByRole("option", { name: option }).click();
  }
  await page.getByRole("button", { name: /^Generate/ }).click();
  await page.getByRole("region", { name: "Preview", exact: true }).getByText("Done").waitFor();
  await page.waitForTimeout(1_000);
  const picture = await page.locator('[data-imagenode-part="panel"]').first().screenshot();
  await page.close();
  return picture;
}

const storybook = await startStorybook();
const browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_ARGS });
try {
  for (const theme of ["light", "dark"] as const) {
    const picture = await shoot(browser, storybook.url, theme);
    const path = fileURLToPath(new URL(`../docs/panel-${theme}.webp`, import.meta.url));
    const { size } = await sharp(picture).webp({ quality: 58, effort: 6 }).toFile(path);
    console.log(`docs/panel-${theme}.webp: ${size} bytes`);
  }
} finally {
  await browser.close();
  await storybook.stop();
}
