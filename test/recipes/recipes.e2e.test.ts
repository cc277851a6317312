import type { Browser, BrowserContext } from "playwright";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { PATIENCE_MS } from "../chromium.js";
import { launchChromium } from "../storybook/openPlayground.js";
import { startStorybook } from "../storybook/startStorybook.js";
import type { RunningStorybook } from "../storybook/startStorybook.js";
import { describeCanvas } from "./describeCanvas.js";
import { describeOtherHosts } from "./describeOtherHosts.js";
import { describePresets } from "./describePresets.js";
import type { EditorSession } from "./editorSession.js";
import { openEditor } from "./openEditor.js";

// One served Storybook for all: starting it takes longer than most of the tests.
const session = {} as EditorSession;
let storybook: RunningStorybook;
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  [storybook, browser] = await Promise.all([startStorybook(2000), launchChromium()]);
  session.url = storybook.url;
  // The first visit makes Vite bundle the dependencies; a test should not have to wait for that.
  context = await browser.newContext({ viewport: { width: 1440, height: 900 }, acceptDownloads: true });
  context.setDefaultTimeout(PATIENCE_MS);
  await (await openEditor(context, storybook.url)).page.close();
});
afterAll(async () => {
  await browser?.close();
  await storybook?.stop();
});
beforeEach(async () => {
  session.editor = await openEditor(context, storybook.url);
  return async () => {
    for (const page of context.pages()) await page.close();
  };
});

describePresets(session);
describeCanvas(session);
describeOtherHosts(session);
