import type { BrowserContext, Locator, Page } from "playwright";

/** What the receiver tells of one request. */
export interface Received {
  method: string;
  path: string;
  contentType: string;
  fields: Record<string, string>;
  files: { field: string; name: string; type: string; bytes: number; href: string }[];
  json?: Record<string, unknown>;
}

/** What Storybook's page tells of the story that it shows. */
interface PreviewWindow {
  __STORYBOOK_PREVIEW__?: { currentRender?: { phase?: string } };
}

/** A recipe's story by itself, as a host's page would show it, once its own play function has ended. */
export async function openStory(context: BrowserContext, url: string, id: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${url}/iframe.html?id=${id}&viewMode=story`, { timeout: 100_000 });
  await page.waitForFunction(() => {
    const { __STORYBOOK_PREVIEW__: preview } = window as PreviewWindow;
    return /^(completed|finished)$/.test(preview?.currentRender?.phase ?? "");
  });
  return page;
}

/** The workflow editor as somebody sees it for the first time. */
export interface OpenEditor {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly drawer: Locator;
  readonly log: Locator;
  node(id: string): Locator;
  /** Opens a preset without running it. */
  choose(preset: string): Promise<void>;
  /** Waits until the run has ended in the given way. */
  untilEnded(words: string): Promise<void>;
  received(): Promise<Received[]>;
}

/** Opens the editor with an empty receiver and nothing saved; the profile keeps only what was loaded. */
export async function openEditor(context: BrowserContext, url: string): Promise<OpenEditor> {
  await fetch(`${url}/api/receiver/received`, { method: "DELETE" });
  const page = await context.newPage();
  await page.goto(`${url}/api/receiver/received`);
  await page.evaluate(() => localStorage.clear());
  await page.goto(`${url}/iframe.html?id=recipes-workflow-editor--default&viewMode=story`, {
    timeout: 100_000,
  });
  await page.getByRole("button", { name: "Run", exact: true }).waitFor({ timeout: 100_000 });
  const log = page.getByRole("log", { name: "Run log" });
  return {
    page,
    context,
    log,
    drawer: page.getByRole("complementary"),
    node: (id) => page.getByTestId(`rf__node-${id}`),
    choose: (preset) => page.getByRole("button", { name: preset, exact: true }).click(),
    untilEnded: (words) => log.getByText(words).last().waitFor({ timeout: 60_000 }),
    async received() {
      const response = await fetch(`${url}/api/receiver/received`);
      return ((await response.json()) as { requests: Received[] }).requests;
    },
  };
}
