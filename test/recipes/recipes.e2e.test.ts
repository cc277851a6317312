import type { Browser, BrowserContext } from "playwright";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { PATIENCE_MS } from "../chromium.js";
import { buildStorybook } from "../storybook/buildStorybook.js";
import { launchChromium } from "../storybook/openPlayground.js";
import { serveWithBackend } from "../storybook/serveWithBackend.js";
import type { RunningStorybook } from "../storybook/startStorybook.js";
import { describeCanvas } from "./describeCanvas.js";
import { describeOtherHosts } from "./describeOtherHosts.js";
import { describePin } from "./describePin.js";
import { describePresets } from "./describePresets.js";
import { describeReferences } from "./describeReferences.js";
import type { EditorSession } from "./editorSession.js";
import { openEditor } from "./openEditor.js";

const session = {} as EditorSession;
let storybook: RunningStorybook;
let slow: RunningStorybook;
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  const folder = await buildStorybook();
  [storybook, slow, browser] = await Promise.all([
    serveWithBackend(folder),
    serveWithBackend(folder, 2000),
    launchChromium(),
  ]);
  session.url = storybook.url;
  session.slowUrl = slow.url;
  context = await browser.newContext({ viewport: { width: 1440, height: 900 }, acceptDownloads: true });
  context.setDefaultTimeout(PATIENCE_MS);
});
afterAll(async () => {
  await browser?.close();
  await storybook?.stop();
  await slow?.stop();
});
beforeEach(async () => {
  session.editor = await openEditor(context, storybook.url);
  return async () => {
    for (const page of context.pages()) await page.close();
  };
});

describePresets(session);
describeReferences(session);
describeCanvas(session);
describePin(session);
describeOtherHosts(session);
