import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import type { EditorSession } from "./editorSession.js";
import { openEditor } from "./openEditor.js";

/** Variables, undo, saving and reloading on the canvas. */
export function describeCanvas(session: EditorSession): void {
  const prompt = () => session.editor.drawer.getByRole("textbox", { name: "Prompt" });

  describe("variables on the canvas", () => {
    it("offers a node exactly what comes before it", async () => {
      await session.editor.node("n3").click();
      await prompt().click();
      await session.editor.page.keyboard.press("End");
      await session.editor.page.keyboard.type(" {{", { delay: 20 });
      await session.editor.page.getByRole("listbox").getByRole("option").first().waitFor();
      const offered = session.editor.page.getByRole("listbox").getByRole("option");
      const names = await offered.allInnerTexts();
      const nodes = new Set(names.map((name) => name.split("\n").at(-1)));
      expect([...nodes]).toEqual(["Describe product", "New product"]);
      await session.editor.page.keyboard.type("name", { delay: 20 });
      await offered.filter({ hasText: "trigger.output.name" }).waitFor();
    });

    it("offers the image node's documented output to the nodes after it", async () => {
      await session.editor.node("n8").click();
      const message = session.editor.drawer.getByRole("textbox", { name: "Message" });
      await message.fill("");
      await message.click();
      await session.editor.page.keyboard.type("{{image_gen.mime", { delay: 20 });
      await session.editor.page
        .getByRole("option")
        .filter({ hasText: "image_gen.output._metadata.mimeType" })
        .waitFor();
    });

    it("rewrites references when a node is renamed, and marks them when it is deleted", async () => {
      await session.editor.node("n2").click();
      await session.editor.drawer.getByRole("textbox", { name: "Variable name" }).fill("writer");
      await session.editor.page.keyboard.press("Enter");
      await session.editor.node("n3").click();
      await expect
        .poll(() => prompt().inputValue())
        .toBe("{{writer.output.structured.product_visual_description}}");

      await session.editor.node("n2").click();
      await session.editor.page.keyboard.press("Delete");
      await session.editor.node("n2").waitFor({ state: "detached" });
      await session.editor
        .node("n3")
        .getByText(/writer\.output\.structured/)
        .first()
        .waitFor();
      await session.editor.page.getByRole("button", { name: "Undo" }).click();
      await session.editor.node("n2").waitFor();
      expect(
        await session.editor
          .node("n3")
          .getByText(/writer\.output\.structured/)
          .count(),
      ).toBe(0);
    });
  });

  it("opens a node's settings by keyboard", async () => {
    await session.editor.node("n5").focus();
    await session.editor.page.keyboard.press("Enter");
    await session.editor.page
      .getByRole("complementary", { name: "Settings of Upload to Marketing" })
      .waitFor();
  });

  it("keeps keys and screen readers out of what the drawer covers on a phone", async () => {
    const { page, node, drawer } = session.editor;
    await page.setViewportSize({ width: 360, height: 740 });
    const run = page.getByRole("button", { name: "Run", exact: true });
    // Its word has no room there.
    await page.getByRole("button", { name: "Save" }).waitFor();
    await node("n3").click();
    await prompt().waitFor();
    const canBeFocused = () =>
      run.evaluate((button) => {
        button.focus();
        return document.activeElement === button;
      });
    expect(await canBeFocused()).toBe(false);
    await prompt().click();
    await page.keyboard.press("End");
    await page.keyboard.type(" {{", { delay: 20 });
    await page.getByRole("listbox").getByRole("option").first().waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("listbox").getByRole("option").first().waitFor({ state: "detached" });
    expect(await drawer.count()).toBe(1);
    await page.keyboard.press("Escape");
    await drawer.waitFor({ state: "detached" });
    expect(await canBeFocused()).toBe(true);
  });

  it("cuts no name of a node when its status appears", async () => {
    const { page, node, untilEnded } = session.editor;
    const measure = () =>
      node("n6")
        .locator("strong")
        .evaluate(({ clientWidth, scrollWidth }) => ({ clientWidth, isCut: scrollWidth > clientWidth }));
    const before = await measure();
    await page.getByRole("button", { name: "Run", exact: true }).click();
    await untilEnded("The workflow has ended.");
    await node("n6").getByText("Done").waitFor();
    expect(await measure()).toEqual({ ...before, isCut: false });
  });

  it("offers every kind of node on a phone, also above the open run log", async () => {
    const { page, drawer } = session.editor;
    for (const height of [740, 560]) {
      await page.setViewportSize({ width: 360, height });
      await page.getByText("Add node").click();
      const kinds = page.locator(".wf-add").getByRole("button");
      expect(await kinds.count()).toBe(7);
      for (const kind of await kinds.all()) {
        await kind.scrollIntoViewIfNeeded();
        const isHit = await kind.evaluate((button) => {
          const { left, top, width, height: tall } = button.getBoundingClientRect();
          const hit = [0.1, 0.9].map((part) =>
            document.elementFromPoint(left + width * part, top + tall / 2),
          );
          return hit.every((element) => button.contains(element));
        });
        expect(isHit, `${await kind.innerText()} at ${height} px`).toBe(true);
      }
      await page.getByText("Add node").click();
      await page.getByRole("button", { name: "Run log" }).click();
    }
    await page.getByText("Add node").click();
    await page.getByRole("button", { name: /^Loop/ }).click();
    await drawer.getByLabel("Name", { exact: true }).waitFor();
  });

  describe("undo", () => {
    it("takes back letters in a field, and steps of the canvas outside of it", async () => {
      await session.editor.node("n3").click();
      await prompt().click();
      await session.editor.page.keyboard.press("End");
      await session.editor.page.keyboard.type(" at dusk");
      await session.editor.page.keyboard.press("Control+z");
      await expect.poll(() => prompt().inputValue()).not.toContain("dusk");
      await session.editor.node("n2").waitFor();

      await session.editor.node("n2").click();
      await session.editor.page.keyboard.press("Delete");
      await session.editor.node("n2").waitFor({ state: "detached" });
      await session.editor.page.keyboard.press("Control+z");
      await session.editor.node("n2").waitFor();
      await session.editor.page.keyboard.press("Control+Shift+z");
      await session.editor.node("n2").waitFor({ state: "detached" });
    });

    it("closes the settings of a node that it takes away, and goes back to the workflow before", async () => {
      const { page, drawer, node, choose } = session.editor;
      await page.getByText("Add node").click();
      await page.getByRole("button", { name: /^HTTP Request/ }).click();
      await drawer.getByLabel("Name", { exact: true }).waitFor();
      await page.getByRole("button", { name: "Undo" }).click();
      await drawer.getByLabel("Name", { exact: true }).waitFor({ state: "detached" });

      await node("n8").waitFor();
      await choose("Product batch");
      await node("n8").waitFor({ state: "detached" });
      await page.getByRole("button", { name: "Undo" }).click();
      await node("n8").waitFor();
    });

    it("deletes the node that has the focus, not the one whose settings are open", async () => {
      const { page, node, drawer } = session.editor;
      await node("n3").click();
      await drawer.getByLabel("Name", { exact: true }).waitFor();
      await node("n2").focus();
      await page.keyboard.press("Delete");
      await node("n2").waitFor({ state: "detached" });
      expect(await node("n3").count()).toBe(1);
      expect(await drawer.getByLabel("Name", { exact: true }).count()).toBe(1);
    });

    it("keeps the canvas's nodes when keys are pressed in the panel", async () => {
      await session.editor.node("n3").click();
      await session.editor.drawer.getByRole("button", { name: /^Generate/ }).focus();
      await session.editor.page.keyboard.press("Backspace");
      await session.editor.drawer.getByRole("combobox", { name: "Style" }).focus();
      await session.editor.page.keyboard.press("Delete");
      await prompt().click();
      await session.editor.page.keyboard.press("Control+a");
      await session.editor.page.keyboard.press("Backspace");
      expect(await prompt().inputValue()).toBe("");
      expect(await session.editor.node("n3").count()).toBe(1);
    });
  });

  describe("saving and reloading", () => {
    it("brings the workflow back after a reload, and runs it again", async () => {
      await session.editor.choose("Blog post");
      await session.editor.node("n4").click();
      await session.editor.drawer.getByRole("textbox", { name: "Post", exact: true }).fill("saved-post");
      await session.editor.page.getByRole("button", { name: "Save" }).click();
      await session.editor.page.reload();
      await session.editor.page.getByRole("button", { name: "Run", exact: true }).click();
      await session.editor.untilEnded("The workflow has ended.");
      expect((await session.editor.received()).map(({ path }) => path)).toEqual([
        "posts/saved-post/featured-image",
      ]);
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
      await session.editor.page.setInputFiles('input[type="file"]', {
        name: "old.json",
        mimeType: "application/json",
        buffer,
      });
      await session.editor.page.getByText(/Old picture: .*16:9/).waitFor();
      await session.editor.page.getByRole("button", { name: "Run", exact: true }).click();
      await session.editor.untilEnded("The workflow has ended.");
      const image = session.editor.node("b").getByRole("img");
      await expect.poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBe(1536);
      const [download] = await Promise.all([
        session.editor.page.waitForEvent("download"),
        session.editor.page.getByRole("button", { name: "Export JSON" }).click(),
      ]);
      const saved = JSON.parse(await readFile(await download.path(), "utf8")) as {
        nodes: { config: unknown }[];
      };
      expect(saved.nodes[1]?.config).toMatchObject({ version: 1, aspectRatio: "landscape" });
    });

    it("rejoins a run that a reload interrupts, without asking for a second picture", async () => {
      session.editor = await openEditor(session.editor.context, session.slowUrl);
      const keys: string[] = [];
      session.editor.page.on("request", (request) => {
        const key = request.headers()["idempotency-key"];
        if (key && request.url().endsWith("/generations")) keys.push(key);
      });
      await session.editor.choose("Product batch");
      await session.editor.node("n2").click();
      // Two and two, so that there is a time when some are done and others under way.
      await session.editor.drawer.getByRole("spinbutton", { name: "At a time" }).fill("2");
      await session.editor.page.getByRole("button", { name: "Run", exact: true }).click();
      await session.editor
        .node("n2")
        .getByText(/^[12] of 4/)
        .waitFor({ timeout: 60_000 });
      await expect.poll(() => new Set(keys).size).toBeGreaterThan(2);
      await session.editor.page.reload();
      await session.editor.untilEnded("The workflow has ended.");
      await session.editor.log.getByText("goes on where it was").waitFor();
      const uploads = (await session.editor.received()).filter(({ path }) => path.startsWith("products/"));
      expect(new Set(uploads.map(({ path }) => path)).size).toBe(4);
      expect(new Set(keys).size).toBe(4);
      expect(new Set(uploads.flatMap(({ files }) => files.map(({ name }) => name))).size).toBe(4);
    });
  });
}
