// The picture in the README, of the panel as it is: npm exec node scripts/panelPicture.ts
import { fileURLToPath } from "node:url";
import { chromium } from "playwright";
import { CHROMIUM_ARGS, findChromium } from "../test/chromium.ts";
import { startStorybook } from "../test/storybook/startStorybook.ts";

const TEMPLATE =
  "A {{trigger.output.style}} illustration of {{agent.output.structured.subject}} with {{agent.output.structured.mood}} lighting";

const storybook = await startStorybook();
const browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_ARGS });
try {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 1200 },
    deviceScaleFactor: 1.5,
    reducedMotion: "reduce",
  });
  page.setDefaultTimeout(90_000);
  await page.goto(`${storybook.url}/iframe.html?id=panel--playground&viewMode=story`);
  await page.getByRole("textbox", { name: "Prompt" }).fill(TEMPLATE);
  for (const [select, option] of [
    ["Style", /^Watercolor/],
    ["Aspect ratio", /^Landscape/],
  ] as const) {
    await page.getByRole("combobox", { name: select }).click();
    await page.getByRole("option", { name: option }).click();
  }
  await page.getByRole("button", { name: /^Generate/ }).click();
  await page.getByRole("region", { name: "Preview", exact: true }).getByText("Succeeded").waitFor();
  await page.waitForTimeout(1_000);
  const path = fileURLToPath(new URL("../docs/panel.png", import.meta.url));
  await page.locator('[data-imagenode-part="panel"]').first().screenshot({ path });
  console.log("docs/panel.png");
} finally {
  await browser.close();
  await storybook.stop();
}
