import type { Browser } from "playwright";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { buildStorybook } from "./buildStorybook.js";
import { OUTPUT_KEYS, choose, launchChromium, openPlayground } from "./openPlayground.js";
import type { OpenPlayground } from "./openPlayground.js";
import { fetchPicture } from "./picture.js";
import { serveWithBackend } from "./serveWithBackend.js";
import type { RunningStorybook } from "./startStorybook.js";

let storybook: RunningStorybook;
let browser: Browser;

beforeAll(async () => {
  [storybook, browser] = await Promise.all([
    buildStorybook().then((folder) => serveWithBackend(folder)),
    launchChromium(),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await storybook?.stop();
});

describe("the playground with a back end behind it", () => {
  let playground: OpenPlayground;

  beforeEach(async () => {
    playground = await openPlayground(browser, storybook.url);
    await playground.frame.getByRole("tab", { name: "Manual" }).waitFor();
    return async () => {
      expect(playground.strangers, "requests to other machines").toEqual([]);
      await playground.page.context().close();
    };
  });

  it("shows the prompt that Prompt AI wrote from the instructions", async () => {
    const { frame, preview } = playground;
    await frame.getByRole("tab", { name: "Prompt AI" }).click();
    await frame
      .getByRole("textbox", { name: "Instructions" })
      .fill("A poster for {{product.output.currentItem.name}}");
    await playground.generate();
    const output = await playground.readOutput();
    expect(Object.keys(output).sort()).toEqual(OUTPUT_KEYS);
    expect(String(output.prompt)).toContain("Lamp No. 4");
    await preview.getByText("Details", { exact: true }).click();
    await preview.getByText(String(output.prompt)).first().waitFor();
    expect(await fetchPicture(String(output.imageUrl))).toMatchObject({
      status: 200,
      width: 1024,
      height: 1024,
    });
  });

  it("shows the prompt that Auto wrote from the nodes before", async () => {
    const { frame, preview } = playground;
    await frame.getByRole("tab", { name: "Auto" }).click();
    await playground.generate();
    const output = await playground.readOutput();
    expect(Object.keys(output).sort()).toEqual(OUTPUT_KEYS);
    expect(String(output.prompt)).toMatch(/fox/);
    await preview.getByText("Details", { exact: true }).click();
    await preview.getByText(String(output.prompt)).first().waitFor();
    expect(await fetchPicture(String(output.imageUrl))).toMatchObject({ status: 200, type: "image/png" });
  });

  it("shows the picture of a run that was under way when the page was reloaded", async () => {
    const { page, frame, preview } = playground;
    const keys = new Set<string | undefined>();
    page.on("request", (request) => {
      if (request.method() === "POST" && request.url().endsWith("/generations")) {
        keys.add(request.headers()["idempotency-key"]);
      }
    });
    await frame.getByRole("textbox", { name: "Prompt" }).fill("Two cats on a beach at sunset");
    await choose(frame, "Style", "Oil Painting");
    // Not the Cancel button: the demo may be done before anybody saw that.
    const sent = page.waitForRequest(
      (request) => request.method() === "POST" && request.url().endsWith("/generations"),
    );
    await frame.getByRole("button", { name: /^Generate/ }).click();
    await sent;
    await page.reload();
    await preview.getByRole("img").waitFor();
    expect(await frame.getByRole("textbox", { name: "Prompt" }).inputValue()).toBe(
      "Two cats on a beach at sunset",
    );
    expect(await playground.readOutput()).toMatchObject({ prompt: "Two cats on a beach at sunset" });
    // It may ask again, but only for the same run.
    expect([...keys], "intents that were sent").toHaveLength(1);
  });

  it("follows its controls while somebody types, and tells them what was chosen in it", async () => {
    const { page, frame } = playground;
    await frame.getByRole("textbox", { name: "Prompt" }).fill("A lamp on a table");
    await page.locator("#control-style").selectOption("watercolor");
    await frame.getByRole("combobox", { name: "Style" }).filter({ hasText: "Watercolor" }).waitFor();
    await page.locator("#control-language").selectOption("de");
    await frame.getByRole("combobox", { name: "Stil" }).waitFor();
    await page.locator("#control-backEnd").selectOption("content_blocked");
    await page.locator("#control-language").selectOption("en");
    const prompt = frame.getByRole("textbox", { name: "Prompt" });
    await prompt.waitFor();
    expect(await prompt.inputValue()).toBe("A lamp on a table");
    await choose(frame, "Aspect ratio", "Portrait");
    await expect.poll(() => page.locator("#control-aspectRatio").inputValue()).toContain("portrait");
    await frame.getByRole("button", { name: /^Generate/ }).click();
    await playground.preview.locator('[data-imagenode-part="preview-error"]').first().waitFor();
    expect(await playground.preview.getByRole("img").count()).toBe(0);
  });

  it("says which variable is missing, and billable nothing", async () => {
    const { frame } = playground;
    await frame.getByRole("textbox", { name: "Prompt" }).fill("A {{trigger.output.missing}} cat");
    await frame.getByRole("button", { name: /^Generate/ }).click();
    await frame.getByText("trigger.output.missing", { exact: false }).last().waitFor();
    expect(await playground.preview.getByRole("img").count()).toBe(0);
  });
});
