import { readFile } from "node:fs/promises";
import { createDemoBackend } from "image-generation-node/demo";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PATIENCE_MS } from "../chromium.js";
import { buildPage, type BuiltPage } from "../security/page/buildPage.js";
import { servePage, type ServedPage } from "../security/page/servePage.js";
import { launchChromium } from "../storybook/openPlayground.js";

let browser: Browser;
let built: BuiltPage;
let served: ServedPage;
let page: Page;
const tokens: (string | null)[] = [];
const bodies: string[] = [];
const uploads: { name: string; bytes: number }[] = [];
const complaints: string[] = [];

beforeAll(async () => {
  [browser, built] = await Promise.all([launchChromium(), buildPage([], new URL("page/", import.meta.url))]);
  served = await servePage({
    folder: built.folder,
    createBackend(publicUrl) {
      const { handler } = createDemoBackend({ publicUrl });
      return async (request) => {
        const { pathname } = new URL(request.url);
        const [, name] = /\/uploads\/(.+)$/.exec(pathname) ?? [];
        if (name) {
          uploads.push({ name, bytes: (await request.arrayBuffer()).byteLength });
          return new Response(null, { status: 204 });
        }
        if (request.method === "POST") {
          tokens.push(request.headers.get("authorization"));
          bodies.push(await request.clone().text());
        }
        return handler(request);
      };
    },
  });
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(PATIENCE_MS);
  page.on("console", (message) => /error|warning/.test(message.type()) && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.goto(served.url);
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
  await built?.remove();
});

const node = () => page.getByRole("article", { name: "Image 1" });
const drawer = () => page.getByRole("dialog", { name: "Image 1" });
const prompt = () => drawer().getByRole("textbox", { name: "Prompt" });
const badge = () => node().locator(".badge");
const posts = () => bodies.filter((body) => body.includes('"config"'));

/** The steps build on each other, as somebody works: one page, one browser. */
describe("the editor of the guide", () => {
  it("adds a node, which says on the canvas that it has no prompt yet", async () => {
    await page.getByRole("button", { name: "Add image" }).press("Enter");
    await node().waitFor();
    expect(await badge().getAttribute("aria-label")).toMatch(/prompt/i);
  });

  it("has not loaded the panel before somebody opens a node", async () => {
    const names = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
    const scripts = names.filter((name) => name.endsWith(".js"));
    expect(scripts.length).toBeGreaterThan(0);
    const codes = await Promise.all(
      scripts.map((script) => readFile(`${built.folder}${new URL(script).pathname}`, "utf8")),
    );
    expect(codes.filter((code) => code.includes("panel-foot")).length).toBe(0);
  });

  it("completes a variable of its own spelling in the drawer, without moving the canvas", async () => {
    const before = await page.locator(".react-flow__viewport").getAttribute("style");
    await node().getByRole("button", { name: "Open" }).press("Enter");
    await prompt().click();
    await page.keyboard.type("Photo of <<ti");
    await drawer()
      .getByRole("option", { name: /shop\.title/ })
      .waitFor();
    // An Enter at the very moment when the list appears by itself is a newline: people need longer.
    await page.waitForTimeout(200);
    await page.keyboard.press("Enter");
    await page.keyboard.type(" on a desk");
    expect(await prompt().inputValue()).toBe("Photo of <<shop.title>> on a desk");
    await page.keyboard.press("Delete");
    expect(await page.locator(".react-flow__viewport").getAttribute("style")).toBe(before);
    expect(await page.locator(".editor-node").count()).toBe(3);
  });

  it("generates by keys, with its token and the values filled in, and shows the picture on the node's face", async () => {
    await page.keyboard.press("Control+Enter");
    await drawer().getByRole("region", { name: "Preview" }).getByRole("img").waitFor();
    await page.keyboard.press("Escape");
    await drawer().waitFor({ state: "detached" });
    expect(
      await node()
        .getByRole("img", { name: /brass lamp/ })
        .count(),
    ).toBe(1);
    expect(await badge().count()).toBe(0);
    expect(JSON.parse(posts()[0] ?? "{}")).toMatchObject({
      input: { resolved: "Photo of A brass lamp on a desk" },
      variables: { shop: { title: "A brass lamp" } },
      context: { nodeSlug: "image", workflowId: "flow_1" },
    });
    expect(new Set(tokens)).toEqual(new Set(["Bearer token_of_the_session"]));
  });

  it("runs the graph with its own engine, through the node's own run", async () => {
    const count = posts().length;
    await page.getByRole("button", { name: "Run", exact: true }).press("Enter");
    await page.getByText("Done.").waitFor();
    expect(posts()).toHaveLength(count + 1);
    expect(JSON.parse(posts().at(-1) ?? "{}")).toMatchObject({
      context: { workflowRunId: expect.stringMatching(/^run_/) },
    });
    expect(uploads).toEqual([{ name: expect.stringMatching(/\.png$/), bytes: expect.any(Number) }]);
    expect(uploads[0]?.bytes).toBeGreaterThan(1000);
  });

  it("has configuration and picture back after a reload, the picture from the node's data too", async () => {
    const names = await page.evaluate(() => Object.keys(localStorage));
    // As on another machine: the workflow alone was saved.
    await page.evaluate(
      (all) => all.forEach((name) => name !== "flow" && localStorage.removeItem(name)),
      names,
    );
    const count = bodies.length;
    await page.reload();
    await node()
      .getByRole("img", { name: /brass lamp/ })
      .waitFor();
    await node().getByRole("button", { name: "Open" }).press("Enter");
    expect(await prompt().inputValue()).toBe("Photo of <<shop.title>> on a desk");
    await drawer().getByRole("region", { name: "Preview" }).getByRole("img").waitFor();
    await page.keyboard.press("Escape");
    await drawer().waitFor({ state: "detached" });
    expect(bodies).toHaveLength(count);
  });

  it("forgets a node that is deleted", async () => {
    await page.getByRole("button", { name: "Run", exact: true }).press("Enter");
    await page.getByText("Done.").waitFor();
    const kept = await page.evaluate(() => Object.keys(localStorage));
    expect(kept.length).toBeGreaterThan(2);
    await page.locator(".react-flow__node", { has: node() }).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Delete");
    await node().waitFor({ state: "detached" });
    const stored = await page.evaluate(() => ({ ...localStorage }) as Record<string, string>);
    expect(Object.keys(stored).sort()).toEqual(["flow", "flow-run"]);
    expect(JSON.parse(stored.flow ?? "{}")).toMatchObject({ nodes: [{ id: "n1" }, { id: "n2" }], edges: [] });
    expect(complaints).toEqual([]);
  });
});
