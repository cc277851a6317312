import { describe, expect, it } from "vitest";
import type { EditorSession } from "./editorSession.js";
import { openStory } from "./openEditor.js";

/** The panel in a dialog of a host without a canvas, and the form inside of a node. */
export function describeOtherHosts(session: EditorSession): void {
  describe("the compact form inside of a node", () => {
    it("opens its list on the caret of a zoomed and moved canvas, and keeps the wheel to itself", async () => {
      const page = await openStory(session.editor.context, session.url, "recipes-inline-node--default");
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
      // High enough for the whole list to open below.
      await page.mouse.move(500, 120, { steps: 6 });
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
      // Beside the list, which hangs over the field's second line.
      await text.hover({ position: { x: 6, y: 6 } });
      await page.mouse.wheel(0, 200);
      await page.keyboard.press("Enter");
      await expect.poll(() => text.inputValue()).toBe("A {{agent.output.structured.mood}}");
      expect(await viewport.getAttribute("style")).toBe(placed);

      await page.getByRole("button", { name: /^Generate/ }).click();
      await page.getByRole("region", { name: "Preview" }).getByRole("img").waitFor();
    });
  });

  describe("the panel in a Radix dialog", () => {
    it("keeps the picture, and a run that is under way, when the dialog closes", async () => {
      const page = await openStory(session.editor.context, session.slowUrl, "recipes-in-a-dialog--default");
      const dialog = page.getByRole("dialog");
      const reopen = async () => {
        await page.keyboard.press("Escape");
        await dialog.waitFor({ state: "detached" });
        await page.getByRole("button", { name: "Configure" }).click();
      };
      await dialog.getByRole("textbox", { name: "Prompt" }).fill("A lamp");
      await dialog.getByRole("button", { name: /^Generate/ }).click();
      await dialog.getByRole("button", { name: "Cancel" }).first().waitFor();
      await reopen();
      const picture = dialog.getByRole("region", { name: "Preview" }).getByRole("img");
      await picture.waitFor();
      await reopen();
      await picture.waitFor();
    });

    it("saves with the host's own form, and Escape closes a list before the dialog", async () => {
      const page = await openStory(session.editor.context, session.url, "recipes-in-a-dialog--default");
      const dialog = page.getByRole("dialog");
      const text = dialog.getByRole("textbox", { name: "Prompt" });
      await text.fill("A {{trigger.output.style}} lamp");
      await dialog.getByRole("combobox", { name: "Style" }).click();
      await page.getByRole("option", { name: /^Sketch/ }).click();
      await text.click();
      await page.keyboard.press("End");
      await page.keyboard.type(" {{", { delay: 20 });
      await page.getByRole("listbox").getByRole("option").first().waitFor();
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
}
