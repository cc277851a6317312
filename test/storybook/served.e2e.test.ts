import type { Browser } from "playwright";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { OUTPUT_KEYS, choose, completeVariable, launchChromium, openPlayground } from "./openPlayground.js";
import type { OpenPlayground } from "./openPlayground.js";
import { fetchPicture, tamper } from "./picture.js";
import { startStorybook } from "./startStorybook.js";
import type { StartedStorybook } from "./startStorybook.js";

const TEMPLATE =
  "A {{trigger.output.style}} illustration of {{agent.output.structured.subject}} with {{agent.output.structured.mood}} lighting";
const RESOLVED = "A whimsical illustration of a red fox under a full moon with calm lighting";

let storybook: StartedStorybook;
let browser: Browser;

beforeAll(async () => {
  [storybook, browser] = await Promise.all([startStorybook(), launchChromium()]);
  // The first visit makes Vite bundle the dependencies; a test should not have to wait for that.
  const first = await openPlayground(browser, storybook.url);
  await first.frame.getByRole("tab", { name: "Manual" }).waitFor();
  await first.page.context().close();
});
afterAll(async () => {
  await browser?.close();
  await storybook?.stop();
});

describe("the playground in the served Storybook", () => {
  let playground: OpenPlayground;

  beforeEach(async () => {
    playground = await openPlayground(browser, storybook.url);
    await playground.frame.getByRole("tab", { name: "Manual" }).waitFor();
    return async () => {
      expect(playground.strangers, "requests to other machines").toEqual([]);
      await playground.page.context().close();
    };
  });

  it("draws the documented template, typed with the autocomplete, as a signed 1536 × 864 PNG", async () => {
    const { page, frame, preview } = playground;
    await frame.getByRole("textbox", { name: "Prompt" }).click();
    await page.keyboard.type("A ");
    await completeVariable(page, frame, "sty", "trigger.output.style");
    await page.keyboard.type(" illustration of ");
    await completeVariable(page, frame, "agent.sub", "agent.output.structured.subject");
    await page.keyboard.type(" with ");
    await completeVariable(page, frame, "mood", "agent.output.structured.mood");
    await page.keyboard.type(" lighting");
    await choose(frame, "Style", "Watercolor");
    await choose(frame, "Aspect ratio", "Landscape 16:9");
    expect(await frame.getByRole("textbox", { name: "Prompt" }).inputValue()).toBe(TEMPLATE);
    expect(await playground.readConfig()).toMatchObject({
      version: 1,
      prompt: { mode: "manual", template: TEMPLATE },
      aspectRatio: "landscape",
      style: "watercolor",
    });

    await playground.generate();
    const image = preview.getByRole("img");
    await expect
      .poll(() => image.evaluate((node: HTMLImageElement) => [node.naturalWidth, node.naturalHeight]))
      .toEqual([1536, 864]);

    const output = await playground.readOutput();
    expect(Object.keys(output).sort()).toEqual(OUTPUT_KEYS);
    expect(output).toMatchObject({ prompt: RESOLVED, aspectRatio: "landscape" });
    expect(Object.keys(output._metadata as object).sort()).toEqual([
      "attachmentId",
      "mimeType",
      "name",
      "sizeInKb",
    ]);

    const link = String(output.imageUrl);
    expect(await fetchPicture(link)).toEqual({ status: 200, type: "image/png", width: 1536, height: 864 });
    const refused = await fetch(tamper(link));
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ kind: "bad_signature", status: 403 });
  });
});

describe("Storybook's own server", () => {
  // Storybook's page asks its server for news, which the server fetched from Storybook's makers.
  it("reaches no other machine, though its page asks for news", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const answered = new Promise<void>((resolve) => {
      page.on("websocket", (socket) =>
        socket.on("framereceived", ({ payload }) => {
          if (String(payload).includes("resultWhatsNewData")) resolve();
        }),
      );
    });
    await page.goto(storybook.url);
    await answered;
    expect(storybook.strangers()).toEqual([]);
    await context.close();
  });
});

describe("the back end that Storybook mounts", () => {
  const send = (body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${storybook.url}/api/image-node/generations`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "Idempotency-Key": crypto.randomUUID(), ...headers },
      body: JSON.stringify(body),
    });
  const config = {
    version: 1,
    prompt: { mode: "manual", template: "A {{trigger.output.style}} cat", instructions: "" },
    imageModel: null,
    promptModel: null,
    aspectRatio: "square",
    style: "auto",
  };
  const variables = { trigger: { output: { style: "noir" } } };
  const context = { workflowRunId: "run_1", nodeId: "n4", nodeSlug: "image_gen", iteration: [0], attempt: 1 };

  it("answers the documented 200", async () => {
    const response = await send({ config, variables, context });
    expect(response.status).toBe(200);
    expect(response.headers.get("Content-Type")).toMatch(/^application\/json/);
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    expect(response.headers.get("Image-Generation-Contract")).toBe("1");
    const body = (await response.json()) as { output: Record<string, unknown> };
    expect(body).toMatchObject({
      status: "succeeded",
      output: { prompt: "A noir cat", aspectRatio: "square", _metadata: { mimeType: "image/png" } },
      image: { width: 1024, height: 1024 },
    });
    expect(Object.keys(body.output).sort()).toEqual(OUTPUT_KEYS);
    expect(await fetchPicture(String(body.output.imageUrl))).toMatchObject({ status: 200, width: 1024 });
  });

  it("streams events where they are asked for", async () => {
    const response = await send({ config, variables, context }, { Accept: "text/event-stream" });
    expect(response.headers.get("Content-Type")).toMatch(/^text\/event-stream/);
    const events = [...(await response.text()).matchAll(/^event: ?(\w+)$/gm)].map((match) => match[1]);
    expect(events[0]).toBe("started");
    expect(events.at(-1)).toBe("result");
  });

  it("refuses a missing variable with the documented 422, before a model is called", async () => {
    const response = await send({ config, variables: {}, context });
    expect(response.status).toBe(422);
    expect(response.headers.get("Content-Type")).toMatch(/^application\/problem\+json/);
    expect(await response.json()).toMatchObject({
      kind: "missing_variable",
      status: 422,
      retryable: false,
      charged: false,
      errors: [{ code: "missing_variable", variable: "trigger.output.style" }],
    });
  });

  it("answers this machine's own names only", async () => {
    const { default: http } = await import("node:http");
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const request = http.get(
        `${storybook.url}/api/image-node/catalog`,
        { headers: { Host: "rebound.example" } },
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      );
      request.once("error", reject);
    });
    expect(status).toBe(403);
  });
});
