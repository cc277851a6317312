import { createDemoBackend } from "image-generation-node/demo";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PATIENCE_MS } from "../chromium.js";
import { buildPage } from "../security/page/buildPage.js";
import type { BuiltPage } from "../security/page/buildPage.js";
import { servePage } from "../security/page/servePage.js";
import { launchChromium } from "../storybook/openPlayground.js";

const NONCE = "a2Vpbl9tYWw";
const STRICT = `default-src 'none'; script-src 'self' 'nonce-${NONCE}'; connect-src 'self'; img-src 'self' data: blob:`;
const STYLES = `style-src 'self' 'nonce-${NONCE}'`;
const SINKS = "require-trusted-types-for 'script'";

/** Every way in which a page asks for Trusted Types. */
const POLICIES = [
  ["without any policy", `${STRICT}; ${STYLES}; ${SINKS}; trusted-types 'none'`],
  ["with whatever policies scripts make", `${STRICT}; ${STYLES}; ${SINKS}`],
  ["with one policy of the host's own name", `${STRICT}; ${STYLES}; ${SINKS}; trusted-types host`],
] as const;

let browser: Browser;
let built: BuiltPage;

beforeAll(async () => {
  [browser, built] = await Promise.all([launchChromium(), buildPage()]);
});
afterAll(async () => {
  await browser?.close();
  await built?.remove();
});

/** Opens the page under a policy. Returns what the browser and the page complained of while it was used. */
async function complaintsOf(policy: string, use: (page: Page) => Promise<void>): Promise<readonly string[]> {
  const served = await servePage({
    folder: built.folder,
    headers: { "Content-Security-Policy": policy },
    rewrite: (html) => html.replace("<title>", `<meta property="csp-nonce" nonce="${NONCE}"><title>`),
    createBackend: (publicUrl) => createDemoBackend({ publicUrl }).handler,
  });
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  try {
    const complaints: string[] = [];
    await page.exposeFunction("reportViolation", (what: string) => complaints.push(what));
    await page.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) => {
        const { reportViolation } = globalThis as unknown as { reportViolation(what: string): void };
        reportViolation(`${violatedDirective} ${blockedURI} ${sample}`.trim());
      });
    });
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    await page.goto(`${served.url}/#batch`);
    await use(page);
    return complaints;
  } finally {
    await page.close();
    await served.stop();
  }
}

const preview = (page: Page) => page.getByRole("region", { name: "Preview", exact: true });

async function chooseInSelects(page: Page): Promise<void> {
  for (const name of ["Image model", "Style", "Aspect ratio"]) {
    const trigger = page.getByRole("combobox", { name });
    // Coming near alone renders the options, into a fragment; then the mouse and the keys open the list.
    await trigger.hover();
    await trigger.click();
    await page.getByRole("listbox").waitFor();
    await page.keyboard.press("End");
    await page.keyboard.press("Escape");
    await trigger.press("ArrowDown");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByRole("listbox").waitFor({ state: "detached" });
  }
}

async function goThroughModes(page: Page): Promise<void> {
  for (const name of ["Prompt AI", "Auto", "Manual"]) await page.getByRole("tab", { name }).click();
}

async function write(page: Page): Promise<void> {
  const prompt = page.getByRole("textbox", { name: "Prompt" });
  await prompt.click();
  await page.keyboard.type("A {{sty");
  await page.getByRole("option").filter({ hasText: "trigger.output.style" }).first().waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Variables" }).click();
  await page.getByRole("treeitem").first().waitFor();
  await page.keyboard.press("Escape");
  await prompt.fill("A {{trigger.output.stile}} fox");
  await prompt.blur();
  await prompt.fill("A {{trigger.output.style}} fox");
}

async function drawTwice(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Generate/ }).click();
  await preview(page).getByRole("button", { name: "Download" }).waitFor();
  await preview(page).getByRole("button", { name: "Regenerate" }).click();
  await preview(page).getByRole("button", { name: "Compare" }).waitFor();
}

async function openDialogs(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Enlarge the picture" }).click();
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Compare" }).click();
  await page.getByRole("dialog").getByRole("slider").waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "Side by side" }).click();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
}

async function saveAndShowBatch(page: Page): Promise<void> {
  const download = page.waitForEvent("download");
  await preview(page).getByRole("button", { name: "Download" }).click();
  expect((await download).suggestedFilename()).toMatch(/\.png$/);
  await page.getByText("Details").click();
  await page.getByRole("region", { name: "Batch" }).getByRole("button", { name: "Run the batch" }).click();
  await page.getByText("2 pictures").waitFor();
}

const STEPS = [chooseInSelects, goThroughModes, write, drawTwice, openDialogs, saveAndShowBatch];

describe("a page that requires Trusted Types", () => {
  it.each(POLICIES)("runs every part of the panel %s", async (_, policy) => {
    const complaints = await complaintsOf(policy, async (page) => {
      await page.getByRole("textbox", { name: "Prompt" }).waitFor();
      for (const step of STEPS) {
        // React unmounts the whole tree where a sink throws, and no step would find its control.
        await step(page);
        expect(await page.getByRole("main").count(), step.name).toBe(1);
      }
    });
    expect(complaints).toEqual([]);
  });

  it("would report a sink that takes a string", async () => {
    const complaints = await complaintsOf(POLICIES[0][1], async (page) => {
      await page.evaluate(() => {
        const style = document.createElement("style");
        try {
          style.innerHTML = "a{}";
        } catch {
          // The browser refuses it, and reports it.
        }
      });
      await expect.poll(() => page.getByRole("main").count()).toBe(1);
    });
    expect(complaints.join("\n")).toContain("require-trusted-types-for");
  });
});
