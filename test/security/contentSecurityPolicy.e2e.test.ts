import { createDemoBackend } from "image-generation-node/demo";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PATIENCE_MS } from "../chromium.js";
import { launchChromium } from "../storybook/openPlayground.js";
import { buildPage } from "./page/buildPage.js";
import type { BuiltPage } from "./page/buildPage.js";
import { servePage } from "./page/servePage.js";

/** Images of links come from `'self'`, style samples and partial images are `data:`, copies of an image `blob:`. */
const STRICT = "default-src 'self'; img-src 'self' data: blob:";
const NONCE = "a2Vpbl9tYWw";
const WITH_NONCE = `${STRICT}; style-src 'self' 'nonce-${NONCE}'`;

interface Visit {
  readonly page: Page;
  readonly violations: readonly string[];
  readonly errors: readonly string[];
}

let browser: Browser;
let built: BuiltPage;

beforeAll(async () => {
  [browser, built] = await Promise.all([launchChromium(), buildPage()]);
});
afterAll(async () => {
  await browser?.close();
  await built?.remove();
});

async function visit(policy: string, use: (visit: Visit) => Promise<void>, nonce = ""): Promise<void> {
  const served = await servePage({
    folder: built.folder,
    headers: { "Content-Security-Policy": policy },
    rewrite: (html) => html.replace("<title>", `<meta property="csp-nonce" nonce="${nonce}"><title>`),
    createBackend: (publicUrl) => createDemoBackend({ publicUrl }).handler,
  });
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  try {
    const violations: string[] = [];
    const errors: string[] = [];
    await page.exposeFunction("reportViolation", (what: string) => violations.push(what));
    await page.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) => {
        const { reportViolation } = globalThis as unknown as { reportViolation(what: string): void };
        reportViolation(`${violatedDirective} ${blockedURI} ${sample}`.trim());
      });
    });
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    page.on("pageerror", (error) => errors.push(String(error)));
    await page.goto(served.url);
    await use({ page, violations, errors });
  } finally {
    await page.close();
    await served.stop();
  }
}

/** Everything that draws something by itself: marks in the text, both lists, selects, a run, the enlarged image. */
async function useThePanel(page: Page): Promise<void> {
  const prompt = page.getByRole("textbox", { name: "Prompt" });
  await prompt.click();
  await page.keyboard.type("A {{sty");
  await page.getByRole("option").filter({ hasText: "trigger.output.style" }).first().waitFor();
  await page.keyboard.press("Escape");
  await prompt.fill("A {{trigger.output.style}} fox");
  await page.getByRole("button", { name: "Variables" }).click();
  await page.getByRole("treeitem").first().waitFor();
  await page.keyboard.press("Escape");
  for (const [name, option] of [
    ["Style", /^Watercolor/],
    ["Aspect ratio", /^Landscape/],
  ] as const) {
    await page.getByRole("combobox", { name }).click();
    await page.getByRole("option", { name: option }).click();
  }
  await page.getByRole("button", { name: /^Generate/ }).click();
  const picture = page.getByRole("region", { name: "Preview", exact: true }).getByRole("img");
  await expect
    .poll(() => picture.evaluate((node: HTMLImageElement) => node.naturalWidth).catch(() => 0), {
      timeout: PATIENCE_MS,
    })
    .toBe(1536);
  await page.getByRole("button", { name: "Enlarge the picture" }).click();
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
}

describe("a page with a strict content security policy", () => {
  it("runs the panel and the preview without one violation when the page's nonce is known", async () => {
    await visit(
      WITH_NONCE,
      async ({ page, violations, errors }) => {
        await useThePanel(page);
        expect(violations).toEqual([]);
        expect(errors).toEqual([]);
      },
      NONCE,
    );
  });

  it("works without a nonce too: the browser then leaves out one style of an open list, and nothing else", async () => {
    await visit(STRICT, async ({ page, violations }) => {
      await useThePanel(page);
      expect([...new Set(violations)]).toEqual(["style-src-elem inline"]);
      // Once for each of the two lists.
      expect(violations).toHaveLength(2);
    });
  });
});
