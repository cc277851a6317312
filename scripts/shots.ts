// Pictures of every story in every look, and of every page, for people to judge. Needs a served Storybook:
//   npm start                                     (in another shell)
//   npm run shots                                 everything, into shots/ (not part of the repository)
//   npm run shots -- --only=panel --looks=dark,narrow --base=http://127.0.0.1:6007
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "playwright";
import type { Browser, BrowserContextOptions, Page } from "playwright";
import { CHROMIUM_ARGS, findChromium } from "../test/chromium.ts";

const { values } = parseArgs({
  options: {
    base: { type: "string", default: "http://127.0.0.1:6006" },
    only: { type: "string", default: "" },
    looks: { type: "string", default: "" },
  },
});
const folder = fileURLToPath(new URL("../shots/", import.meta.url));
const PAGES_AT_ONCE = 2;

interface Look {
  readonly theme?: "light" | "dark";
  readonly direction?: "ltr" | "rtl";
  readonly width?: number;
  readonly height?: number;
  readonly context?: BrowserContextOptions;
  /** Applied to the page, such as a larger root font. */
  readonly css?: string;
}

const LOOKS: Readonly<Record<string, Look>> = {
  light: {},
  dark: { theme: "dark" },
  narrow: { width: 360 },
  narrowest: { width: 320, theme: "dark" },
  rtl: { direction: "rtl" },
  "large-text": { css: "html { font-size: 200% }" },
  "forced-colors": { context: { forcedColors: "active" } },
  // A picture of the full page drops the touch emulation, so that the window is tall instead.
  touch: { width: 390, height: 1500, context: { hasTouch: true, isMobile: true } },
};

/** What has to happen in a story that its play function does not do. */
const STEPS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  "config-form-credits--runs-out": (page) => page.getByText(/^The workspace has used up/).waitFor(),
  "panel--playground": async (page) => {
    await page.getByRole("textbox", { name: "Prompt" }).click();
    await page.keyboard.type(
      "A {{trigger.output.style}} illustration of {{agent.output.structured.subject}}, soft light",
    );
    await page.getByRole("combobox", { name: "Style" }).click();
    await page.getByRole("option", { name: /^Watercolor/ }).click();
    await page.getByRole("combobox", { name: "Aspect ratio" }).click();
    await page.getByRole("option", { name: /^Landscape/ }).click();
    await page.getByRole("button", { name: /^Generate/ }).click();
    const preview = page.getByRole("region", { name: "Preview", exact: true });
    await preview.getByText("Done").waitFor();
  },
};

/** Lists that are shown open, besides the story itself. */
const OPENED: readonly (readonly [story: string, name: string, combobox: string])[] = [
  ["panel-states--cropped-ratio", "ratios-cropped", "Aspect ratio"],
  ["panel-states--unsupported-ratio", "ratios-unsupported", "Aspect ratio"],
  ["panel-states--retired-model", "models-retired", "Image model"],
  ["panel--playground", "styles", "Style"],
];

/** Ids of pages of text with live examples. */
const pages = new Set<string>();

async function listStories(): Promise<readonly string[]> {
  const response = await fetch(`${values.base}/index.json`);
  const { entries } = (await response.json()) as { entries: Record<string, { id: string; type: string }> };
  for (const { id, type } of Object.values(entries)) if (type === "docs") pages.add(id);
  return Object.keys(entries).filter((id) => id.startsWith(values.only));
}

async function openStory(browser: Browser, id: string, look: Look): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: look.width ?? 1280, height: look.height ?? 900 },
    deviceScaleFactor: 1.5,
    reducedMotion: "reduce",
    ...look.context,
  });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const globals = `theme:${look.theme ?? "light"};direction:${look.direction ?? "ltr"}`;
  const [mode, root] = pages.has(id) ? ["docs", "#storybook-docs"] : ["story", "#storybook-root"];
  await page.goto(`${values.base}/iframe.html?id=${id}&viewMode=${mode}&globals=${globals}`);
  await page.locator(`${root} > *`).first().waitFor();
  if (look.css) await page.addStyleTag({ content: look.css });
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(900);
  return page;
}

async function shoot(browser: Browser, id: string, name: string, combobox?: string): Promise<void> {
  const chosen = values.looks === "" ? Object.keys(LOOKS) : values.looks.split(",");
  for (const lookName of chosen) {
    const look = LOOKS[lookName];
    if (!look) throw new Error(`There is no look "${lookName}". Known: ${Object.keys(LOOKS).join(", ")}.`);
    const page = await openStory(browser, id, look);
    if (combobox === undefined) await STEPS[id]?.(page);
    else {
      await page.getByRole("combobox", { name: combobox }).click();
      await page.getByRole("option").first().waitFor();
    }
    await page.waitForTimeout(250);
    const path = `${folder}${lookName}/${name}.png`;
    await page.screenshot({ path, fullPage: combobox === undefined && look.height === undefined });
    await page.context().close();
  }
  console.log(`shots/*/${name}.png`);
}

const stories = await listStories();
const tasks: (readonly [id: string, name: string, combobox?: string])[] = [
  ...stories.map((id) => [id, id] as const),
  ...OPENED.filter(([id]) => stories.includes(id)),
];
for (const look of Object.keys(LOOKS)) mkdirSync(`${folder}${look}`, { recursive: true });
const browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_ARGS });
await Promise.all(
  Array.from({ length: PAGES_AT_ONCE }, async () => {
    for (let task = tasks.shift(); task; task = tasks.shift()) await shoot(browser, ...task);
  }),
);
await browser.close();
