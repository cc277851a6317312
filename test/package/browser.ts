import { chromium } from "playwright";
import type { Browser, Page } from "playwright";
import { CHROMIUM_ARGS, PATIENCE_MS, findChromium } from "../chromium.js";

/** A real Chromium, for pages that were built from the package. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_ARGS });
}

/** Opens a page and collects all that the browser complains about: errors, warnings, failed requests. */
export async function visit(browser: Browser, url: string): Promise<{ page: Page; complaints: string[] }> {
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("requestfailed", (request) => {
    complaints.push(`${request.url()}: ${request.failure()?.errorText}`);
  });
  await page.goto(url);
  return { page, complaints };
}

/** Presses Generate in the panel and waits for the picture. Gives the width that the browser decoded. */
export async function drawOnce(page: Page, prompt: string): Promise<number> {
  await page.getByRole("textbox", { name: "Prompt", exact: true }).fill(prompt);
  await page.getByRole("button", { name: "Generate", exact: true }).click();
  const picture = page.getByRole("region", { name: "Preview" }).getByRole("img");
  await picture.waitFor();
  return picture.evaluate(async (image: HTMLImageElement) => {
    await image.decode();
    return image.naturalWidth;
  });
}
