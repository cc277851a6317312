import { createDemoBackend } from "image-generation-node/demo";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PATIENCE_MS } from "../chromium.js";
import { buildPage } from "../security/page/buildPage.js";
import type { BuiltPage } from "../security/page/buildPage.js";
import { servePage } from "../security/page/servePage.js";
import { launchChromium } from "../storybook/openPlayground.js";

let browser: Browser;
let built: BuiltPage;

beforeAll(async () => {
  [browser, built] = await Promise.all([launchChromium(), buildPage()]);
});
afterAll(async () => {
  await browser?.close();
  await built?.remove();
});

/** Lets a body end a little after its last bytes, as a proxy in between does. */
function endLate(response: Response): Response {
  const late = new TransformStream({ flush: () => new Promise((resolve) => setTimeout(resolve, 40)) });
  return new Response(response.body?.pipeThrough(late), response);
}

const createEndless = () =>
  new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode("A")) });

/** Uses the page. Returns the generations that were asked for, and all that developer tools show in red. */
async function watchRequests(use: (page: Page) => Promise<void>) {
  const served = await servePage({
    folder: built.folder,
    createBackend(publicUrl) {
      const { handler } = createDemoBackend({ publicUrl });
      return async (request) =>
        request.url.endsWith("/endless") ? new Response(createEndless()) : endLate(await handler(request));
    },
  });
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  try {
    const tools = await page.context().newCDPSession(page);
    const urls = new Map<string, string>();
    const open = new Set<string>();
    const failed: string[] = [];
    let runs = 0;
    await tools.send("Network.enable");
    tools.on("Network.requestWillBeSent", ({ requestId, request }) => {
      urls.set(requestId, `${request.method} ${new URL(request.url).pathname}`);
      open.add(requestId);
      if (request.method === "POST" && request.url.endsWith("/generations")) runs += 1;
    });
    tools.on("Network.loadingFinished", ({ requestId }) => open.delete(requestId));
    tools.on("Network.loadingFailed", ({ requestId, errorText }) => {
      open.delete(requestId);
      failed.push(`${urls.get(requestId)}: ${errorText}`);
    });
    await page.goto(`${served.url}/#closing`);
    await use(page);
    await expect.poll(() => [...open].map((id) => urls.get(id))).toEqual([]);
    return { runs, failed };
  } finally {
    await page.close();
    await served.stop();
  }
}

const preview = (page: Page) => page.getByRole("region", { name: "Preview", exact: true });
const generate = (page: Page) => page.getByRole("button", { name: /^Generate/ }).click();

async function drawOnce(page: Page): Promise<void> {
  await page.getByRole("textbox", { name: "Prompt", exact: true }).fill("A fox");
  await generate(page);
  await preview(page).getByRole("button", { name: "Regenerate" }).waitFor();
}

describe("developer tools show no failed request", () => {
  it("for runs that come to their end, and for their history", async () => {
    const seen = await watchRequests(async (page) => {
      await drawOnce(page);
      await preview(page).getByRole("button", { name: "Regenerate" }).click();
      await preview(page).getByRole("button", { name: "Compare" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
      await preview(page).locator("[data-imagenode-part=preview-thumb][aria-pressed=false]").click();
      await preview(page).locator("[data-imagenode-part=preview-thumb][aria-pressed=true]").waitFor();
    });
    expect(seen).toEqual({ runs: 2, failed: [] });
  });

  it("when the node is closed with its picture", async () => {
    const seen = await watchRequests(async (page) => {
      await page.getByLabel("Close with the picture").check();
      await page.getByRole("textbox", { name: "Prompt", exact: true }).fill("A fox");
      await generate(page);
      await page.getByRole("main").waitFor({ state: "detached" });
    });
    expect(seen).toEqual({ runs: 1, failed: [] });
  });

  it("when a run is cancelled after its end, nor for one that is asked for", async () => {
    const seen = await watchRequests(async (page) => {
      await page.getByRole("button", { name: "Run, and cancel after the end" }).click();
      await page.getByRole("status").filter({ hasText: "1" }).waitFor();
    });
    expect(seen).toEqual({ runs: 1, failed: [] });
  });

  it("but would show a stream that is left", async () => {
    const seen = await watchRequests(async (page) => {
      await page.evaluate(async () => {
        const response = await fetch("/api/image-node/endless");
        await response.body?.cancel();
      });
    });
    expect(seen).toEqual({ runs: 0, failed: ["GET /api/image-node/endless: net::ERR_ABORTED"] });
  });
});
