import { readFile } from "node:fs/promises";
import type { Browser } from "playwright";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { launchChromium } from "../storybook/openPlayground.js";
import { startStorybook } from "../storybook/startStorybook.js";
import type { RunningStorybook } from "../storybook/startStorybook.js";
import { openEditor, openStory } from "./openEditor.js";
import type { OpenEditor } from "./openEditor.js";

let storybook: RunningStorybook;
let browser: Browser;
let editor: OpenEditor;

beforeAll(async () => {
  [storybook, browser] = await Promise.all([startStorybook(), launchChromium()]);
  await (await openEditor(browser, storybook.url)).context.close();
});
afterAll(async () => {
  await browser?.close();
  await storybook?.stop();
});
beforeEach(async () => {
  editor = await openEditor(browser, storybook.url);
  return () => editor.context.close();
});

const prompt = () => editor.drawer.getByRole("textbox", { name: "Prompt" });

describe("variables on the canvas", () => {
  it("offers a node exactly what comes before it", async () => {
    await editor.node("n3").click();
    await prompt().click();
    await editor.page.keyboard.press("End");
    await editor.page.keyboard.type(" {{", { delay: 20 });
    await editor.page.getByRole("option").first().waitFor();
    const offered = await editor.page.getByRole("option").allInnerTexts();
    expect(offered.join(" ")).toContain("agent.output.structured");
    expect(offered.join(" ")).toContain("trigger.output.name");
    expect(offered.join(" ")).not.toMatch(/reviewer|upload|image_gen|cdn/);
  });

  it("offers the image node's documented output to the nodes after it", async () => {
    await editor.node("n8").click();
    const message = editor.drawer.getByRole("textbox", { name: "Message" });
    await message.fill("");
    await message.click();
    await editor.page.keyboard.type("{{image_gen.mime", { delay: 20 });
    await editor.page
      .getByRole("option")
      .filter({ hasText: "image_gen.output._metadata.mimeType" })
      .waitFor();
  });

  it("rewrites references when a node is renamed, and marks them when it is deleted", async () => {
    await editor.node("n2").click();
    await editor.drawer.getByRole("textbox", { name: "Variable name" }).fill("writer");
    await editor.page.keyboard.press("Enter");
    await editor.node("n3").click();
    await expect
      .poll(() => prompt().inputValue())
      .toBe("{{writer.output.structured.product_visual_description}}");

    await editor.node("n2").click();
    await editor.page.keyboard.press("Delete");
    await editor.node("n2").waitFor({ state: "detached" });
    await editor
      .node("n3")
      .getByText(/writer\.output\.structured/)
      .first()
      .waitFor();
    await editor.page.getByRole("button", { name: "Undo" }).click();
    await editor.node("n2").waitFor();
    expect(
      await editor
        .node("n3")
        .getByText(/writer\.output\.structured/)
        .count(),
    ).toBe(0);
  });
});

describe("undo", () => {
  it("takes back letters in a field, and steps of the canvas outside of it", async () => {
    await editor.node("n3").click();
    await prompt().click();
    await editor.page.keyboard.press("End");
    await editor.page.keyboard.type(" at dusk");
    await editor.page.keyboard.press("Control+z");
    await expect.poll(() => prompt().inputValue()).not.toContain("dusk");
    await editor.node("n2").waitFor();

    await editor.node("n2").click();
    await editor.page.keyboard.press("Delete");
    await editor.node("n2").waitFor({ state: "detached" });
    await editor.page.keyboard.press("Control+z");
    await editor.node("n2").waitFor();
    await editor.page.keyboard.press("Control+Shift+z");
    await editor.node("n2").waitFor({ state: "detached" });
  });

  it("keeps the canvas's nodes when keys are pressed in the panel", async () => {
    await editor.node("n3").click();
    await editor.drawer.getByRole("button", { name: /^Generate/ }).focus();
    await editor.page.keyboard.press("Backspace");
    await editor.drawer.getByRole("combobox", { name: "Style" }).focus();
    await editor.page.keyboard.press("Delete");
    await prompt().click();
    await editor.page.keyboard.press("Control+a");
    await editor.page.keyboard.press("Backspace");
    expect(await prompt().inputValue()).toBe("");
    expect(await editor.node("n3").count()).toBe(1);
  });
});

describe("saving and reloading", () => {
  it("brings the workflow back after a reload, and runs it again", async () => {
    await editor.choose("Blog post");
    await editor.node("n4").click();
    await editor.drawer.getByRole("textbox", { name: "Post", exact: true }).fill("saved-post");
    await editor.page.getByRole("button", { name: "Save" }).click();
    await editor.page.reload();
    await editor.page.getByRole("button", { name: "Run", exact: true }).click();
    await editor.untilEnded("The workflow has ended.");
    expect((await editor.received()).map(({ path }) => path)).toEqual(["posts/saved-post/featured-image"]);
  });

  it("loads a file of an older version, says what it assumed, and exports the new one", async () => {
    const old = {
      id: "old",
      name: "From last year",
      nodes: [
        {
          id: "a",
          kind: "trigger",
          slug: "trigger",
          position: { x: 0, y: 0 },
          config: { payload: { topic: "a fox" } },
        },
        {
          id: "b",
          kind: "image",
          slug: "image_gen",
          name: "Old picture",
          position: { x: 320, y: 0 },
          config: { prompt: "A {{trigger.output.topic}}", aspectRatio: "16:9" },
        },
      ],
      edges: [{ source: "a", target: "b" }],
    };
    const buffer = Buffer.from(JSON.stringify(old));
    await editor.page.setInputFiles('input[type="file"]', {
      name: "old.json",
      mimeType: "application/json",
      buffer,
    });
    await editor.page.getByText(/Old picture: .*16:9/).waitFor();
    await editor.page.getByRole("button", { name: "Run", exact: true }).click();
    await editor.untilEnded("The workflow has ended.");
    const image = editor.node("b").getByRole("img");
    expect(await image.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBe(1536);
    const [download] = await Promise.all([
      editor.page.waitForEvent("download"),
      editor.page.getByRole("button", { name: "Export JSON" }).click(),
    ]);
    const saved = JSON.parse(await readFile(await download.path(), "utf8")) as {
      nodes: { config: unknown }[];
    };
    expect(saved.nodes[1]?.config).toMatchObject({ version: 1, aspectRatio: "landscape" });
  });

  it("rejoins a run that a reload interrupts, without asking for a second picture", async () => {
    const keys: string[] = [];
    editor.page.on("request", (request) => {
      const key = request.headers()["idempotency-key"];
      if (key && request.url().endsWith("/generations")) keys.push(key);
    });
    await editor.page.getByRole("button", { name: "Run Product batch" }).click();
    await editor
      .node("n2")
      .getByText(/^[12] of 6/)
      .waitFor();
    await editor.page.reload();
    await editor.untilEnded("The workflow has ended.");
    await editor.log.getByText("goes on where it was").waitFor();
    const uploads = (await editor.received()).filter(({ path }) => path.startsWith("products/"));
    expect(new Set(uploads.map(({ path }) => path)).size).toBe(6);
    expect(new Set(keys).size).toBe(6);
    expect(new Set(uploads.flatMap(({ files }) => files.map(({ name }) => name))).size).toBe(6);
  });
});

describe("the compact form inside of a node", () => {
  it("opens its list on the caret of a zoomed and moved canvas, and keeps the wheel to itself", async () => {
    const page = await openStory(editor.context, storybook.url, "recipes-inline-node--default");
    const text = page.getByRole("textbox", { name: "Prompt" });
    await text.waitFor();
    const viewport = page.locator(".react-flow__viewport");
    const before = await viewport.getAttribute("style");
    await page.mouse.move(1100, 700);
    await page.mouse.wheel(0, 160);
    await expect.poll(() => viewport.getAttribute("style")).not.toBe(before);
    const head = page.locator(".inline-head");
    await head.hover();
    await page.mouse.down();
    await page.mouse.move(500, 260, { steps: 6 });
    await page.mouse.up();

    await text.click();
    const placed = await viewport.getAttribute("style");
    await page.keyboard.type("A {{mood", { delay: 20 });
    const option = page.getByRole("option").first();
    await option.waitFor();
    const field = await text.boundingBox();
    const list = await page.getByRole("listbox").boundingBox();
    if (!field || !list) throw new Error("The field or its list is not drawn.");
    expect(list.x).toBeGreaterThan(field.x);
    expect(list.x).toBeLessThan(field.x + 60);
    expect(list.y).toBeGreaterThan(field.y);
    expect(list.y).toBeLessThan(field.y + 60);
    await text.hover();
    await page.mouse.wheel(0, 200);
    await page.keyboard.press("Enter");
    await expect.poll(() => text.inputValue()).toBe("A {{agent.output.structured.mood}}");
    expect(await viewport.getAttribute("style")).toBe(placed);

    await page.getByRole("button", { name: /^Generate/ }).click();
    await page.getByRole("region", { name: "Preview" }).getByRole("img").waitFor();
  });
});

describe("the panel in a Radix dialog", () => {
  it("saves with the host's own form, and Escape closes a list before the dialog", async () => {
    const page = await openStory(editor.context, storybook.url, "recipes-in-a-dialog--default");
    const dialog = page.getByRole("dialog");
    const text = dialog.getByRole("textbox", { name: "Prompt" });
    await text.fill("A {{trigger.output.style}} lamp");
    await dialog.getByRole("combobox", { name: "Style" }).click();
    await page.getByRole("option", { name: /^Sketch/ }).click();
    await text.click();
    await page.keyboard.press("End");
    await page.keyboard.type(" {{", { delay: 20 });
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("option").first().waitFor({ state: "detached" });
    await text.fill("A {{trigger.output.style}} lamp");
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByText("A {{trigger.output.style}} lamp").waitFor();
    await page.getByRole("button", { name: "Configure" }).click();
    expect(await dialog.getByRole("combobox", { name: "Style" }).innerText()).toContain("Sketch");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
  });
});
