import { playwright } from "@vitest/browser-playwright";
import { CHROMIUM_ARGS, findChromium } from "./chromium.js";

/** Vitest's browser mode in the Chromium that is at hand. */
export async function chromiumBrowser() {
  return {
    enabled: true,
    headless: true,
    screenshotFailures: false,
    provider: playwright({
      launchOptions: { executablePath: await findChromium(), args: CHROMIUM_ARGS },
      contextOptions: { permissions: ["clipboard-read", "clipboard-write"] },
    }),
    instances: [{ browser: "chromium" as const }],
  };
}
