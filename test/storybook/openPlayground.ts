import { chromium } from "playwright";
import type { Browser, FrameLocator, Locator, Page } from "playwright";
import { CHROMIUM_ARGS, PATIENCE_MS, findChromium } from "../chromium.js";

/** The fields of a node's output, sorted. */
export const OUTPUT_KEYS = [
  "_metadata",
  "aspectRatio",
  "attachmentId",
  "imagePath",
  "imageUrl",
  "path",
  "prompt",
];

/** The playground inside of Storybook, and every request that the page made to anything but this machine. */
export interface OpenPlayground {
  readonly page: Page;
  readonly frame: FrameLocator;
  readonly preview: Locator;
  readonly strangers: readonly string[];
  /** Presses Generate and waits for the picture. */
  generate(): Promise<void>;
  /** What the region "Node output" shows. */
  readOutput(): Promise<Record<string, unknown>>;
  /** What the region "Saved configuration" shows. */
  readConfig(): Promise<Record<string, unknown>>;
}

export async function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_ARGS });
}

/** Opens the first story in Storybook's own page, as a newcomer sees it. */
export async function openPlayground(browser: Browser, url: string): Promise<OpenPlayground> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
  context.setDefaultTimeout(PATIENCE_MS);
  const strangers: string[] = [];
  const isLocal = (target: string) =>
    /^(?:data|blob|about):/.test(target) || new URL(target).hostname === "127.0.0.1";
  await context.route(
    (target) => !isLocal(target.href),
    (route) => {
      strangers.push(route.request().url());
      return route.abort();
    },
  );
  const page = await context.newPage();
  page.on("websocket", (socket) => {
    if (!isLocal(socket.url())) strangers.push(socket.url());
  });
  await page.goto(`${url}/?path=/story/panel--playground`);
  const frame = page.frameLocator("#storybook-preview-iframe");
  const json = async (name: string) =>
    JSON.parse(await frame.getByRole("region", { name }).locator("pre").innerText()) as Record<
      string,
      unknown
    >;
  const preview = frame.getByRole("region", { name: "Preview", exact: true });
  return {
    page,
    frame,
    strangers,
    preview,
    async generate() {
      await frame.getByRole("button", { name: /^Generate/ }).click();
      await preview.getByRole("img").waitFor();
    },
    readOutput: () => json("Node output"),
    readConfig: () => json("Saved configuration"),
  };
}

/** Chooses an option of one of the panel's selects by its label. */
export async function choose(frame: FrameLocator, select: string, option: string): Promise<void> {
  await frame.getByRole("combobox", { name: select }).click();
  await frame.getByRole("option", { name: new RegExp(`^${option}`) }).click();
}

/** Types two braces and a few letters, waits for the list, and takes its first row. */
export async function completeVariable(
  page: Page,
  frame: FrameLocator,
  query: string,
  path: string,
): Promise<void> {
  await page.keyboard.type(`{{${query}`, { delay: 15 });
  await frame.getByRole("option").filter({ hasText: path }).first().waitFor();
  // An Enter at the very moment when the list appears by itself is a newline: people need longer.
  await page.waitForTimeout(200);
  await page.keyboard.press("Enter");
}
