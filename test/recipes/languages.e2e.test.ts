import { createDemoBackend } from "image-generation-node/demo";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PATIENCE_MS } from "../chromium.js";
import { buildPage, type BuiltPage } from "../security/page/buildPage.js";
import { servePage, type ServedPage } from "../security/page/servePage.js";
import { launchChromium } from "../storybook/openPlayground.js";
import { LANGUAGE_SESSIONS, type LanguageSession } from "./languageSessions.js";

/** Prose of every language: a comparison, a brace, a price, an address, code. */
const PROSE = "a < b, { and } for $5 to me@shop.example; x = y[0] ?? {}; // f(a)";

let browser: Browser;
let built: BuiltPage;
let served: ServedPage;
let page: Page;
const bodies: string[] = [];
const complaints: string[] = [];

beforeAll(async () => {
  [browser, built] = await Promise.all([launchChromium(), buildPage([], new URL("page/", import.meta.url))]);
  served = await servePage({
    folder: built.folder,
    createBackend(publicUrl) {
      const { handler } = createDemoBackend({ publicUrl });
      return async (request) => {
        if (request.method === "POST") bodies.push(await request.clone().text());
        return handler(request);
      };
    },
  });
  page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  page.on("console", (message) => /error|warning/.test(message.type()) && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.addInitScript(() => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    const note = (event: Event) => {
      if ((event as ToggleEvent).newState === "open") opened.push("list");
    };
    document.addEventListener("beforetoggle", note, true);
  });
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
  await built?.remove();
});

const prompt = () => page.getByRole("textbox", { name: "Prompt" });
const text = () => prompt().inputValue();
const marks = () =>
  page
    .locator("mark[data-imagenode-part='prompt-editor-mark']")
    .evaluateAll((all) => all.map((mark) => [mark.textContent, (mark as HTMLElement).dataset.state]));
const timesOpened = () =>
  page.evaluate(() => (globalThis as unknown as { opened: readonly string[] }).opened.length);

/** Presses the keys of a text one by one, and says after which of them the list was opened. */
async function typeProse(prose: string): Promise<string[]> {
  const opening: string[] = [];
  let before = await timesOpened();
  for (let end = 1; end <= prose.length; end++) {
    await page.keyboard.type(prose.charAt(end - 1));
    const now = await timesOpened();
    if (now !== before) opening.push(prose.slice(0, end));
    before = now;
  }
  return opening;
}

/** Opens the tree of all variables, lists the names in it that need more than their line, and closes it. */
async function tallNames(): Promise<string[]> {
  await page.getByRole("button", { name: "Variables" }).click();
  await page.getByRole("treeitem").first().waitFor();
  const tall = await page.getByRole("treeitem").evaluateAll((rows) =>
    rows.flatMap((row) => {
      const name = row.querySelector("[data-imagenode-part='prompt-editor-browser-path']");
      return name && name.clientHeight <= row.clientHeight ? [] : [row.textContent];
    }),
  );
  await page.keyboard.press("Escape");
  return tall;
}

async function undoAll(): Promise<void> {
  for (let press = 0; press < 60 && (await text()) !== ""; press++) await page.keyboard.press("Control+z");
  expect(await text()).toBe("");
}

/** Types what is searched for, and chooses rows by keys: a node first, where only it is found by its name. */
async function insert({ search, rows, token }: LanguageSession): Promise<void> {
  const start = await text();
  await page.keyboard.type(search);
  for (const row of rows) {
    const option = page
      .getByRole("option")
      .filter({ has: page.getByText(row, { exact: true }) })
      .first();
    await option.waitFor();
    for (let press = 0; press < 20 && (await option.getAttribute("aria-selected")) !== "true"; press++)
      await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Tab");
  }
  await expect.poll(text).toBe(start + token);
}

describe.each(LANGUAGE_SESSIONS)("a text in the language of $id", (session) => {
  const { id, token, value, other, unknown, late, expression, resolved = expression, renamed } = session;

  it("is written by keys, marked, previewed, run, saved, and follows its nodes", async () => {
    await page.goto(`${served.url}/?${id}`);
    await prompt().click();
    await page.keyboard.type("A ");
    await insert(session);
    await expect.poll(marks).toEqual([[token, "known"]]);
    await page.keyboard.type(` ${unknown} ${late} `);
    await page.keyboard.press("Escape");
    await expect.poll(marks).toEqual([
      [token, "known"],
      [unknown, "unknown"],
      [late, "late"],
    ]);
    await page
      .getByRole("region", { name: "Saved text" })
      .getByText("unknown_variable, late_variable")
      .waitFor();
    await undoAll();

    expect(await typeProse(`${PROSE} ${session.prose ?? ""} `)).toEqual([]);
    // Once this one is marked, all before it would be too.
    await page.keyboard.type(token);
    await expect.poll(marks).toEqual([[token, "known"]]);
    await undoAll();
    expect(await tallNames()).toEqual([]);

    await prompt().click();
    await page.keyboard.type("A ");
    await insert(session);
    if (expression) await page.keyboard.type(`, ${expression}`);
    const finished = `A ${value}${expression ? `, ${resolved}` : ""}`;
    await page.getByRole("button", { name: "Preview text" }).click();
    await expect
      .poll(() => page.locator("output[data-imagenode-part]").allTextContents())
      .toContain(finished);
    await page.getByRole("button", { name: /^Generate/ }).click();
    await page.getByRole("region", { name: "Preview", exact: true }).getByText("Done").waitFor();
    const body = bodies.at(-1) ?? "";
    expect(JSON.parse(body)).toMatchObject({ input: { resolved: finished } });
    expect(body).not.toContain(other);

    await page.getByRole("button", { name: "Save", exact: true }).click();
    const saved = await text();
    await page.reload();
    await expect.poll(text).toBe(saved);
    const [from, to, after] = renamed;
    await page.getByRole("textbox", { name: `Name of ${from}` }).fill(to);
    await page.keyboard.press("Enter");
    await expect.poll(text).toBe(saved.replace(token, after));
    await expect.poll(async () => (await marks())[0]).toEqual([after, "known"]);
    await page.getByRole("button", { name: `Delete ${to}` }).click();
    await expect.poll(async () => (await marks())[0]).toEqual([after, "unknown"]);
    expect(complaints).toEqual([]);
  });
});
