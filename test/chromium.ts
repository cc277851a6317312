import { existsSync } from "node:fs";
import { chromium as playwrightChromium } from "playwright";

const SYSTEM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Flags under which Chromium asks nothing of the network by itself. */
export const CHROMIUM_ARGS = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-quic",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  // Images of samples and links of stories name hosts that no test may ask for, not even the name service.
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE *.localhost",
];

/** How long a step in a page may take, in ms: it only ends what hangs, however busy the machine is. */
export const PATIENCE_MS = 120_000;

/** Finds a Chromium: an environment variable, Playwright's own, the system's, the one shipped by npm. */
export async function findChromium(): Promise<string> {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(
      `CHROMIUM_PATH names ${named}, which does not exist. Point it at a Chromium or unset it.`,
    );
  }
  const own = playwrightChromium.executablePath();
  if (own && existsSync(own)) return own;
  const system = SYSTEM.find((path) => existsSync(path));
  if (system) return system;
  try {
    const { default: packaged } = await import("@sparticuz/chromium");
    return await packaged.executablePath();
  } catch (cause) {
    throw new Error(
      "No Chromium found for the browser tests. Install one (`npx playwright install chromium`, or your system's " +
        "package) or set CHROMIUM_PATH to its executable.",
      { cause },
    );
  }
}
