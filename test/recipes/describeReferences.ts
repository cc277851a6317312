import { describe, expect, it } from "vitest";
import type { EditorSession } from "./editorSession.js";

/** The picture of the step before as the reference of the next. */
export function describeReferences(session: EditorSession): void {
  const drawer = () => session.editor.drawer;
  const references = () => drawer().getByRole("group", { name: "Reference images" });

  describe("an image node that edits the picture of the step before", () => {
    it("gives that picture to the model, in a run and in a test run", async () => {
      const { page, node, untilEnded, received } = session.editor;
      const made: { references?: { attachmentId: string }[]; output: { attachmentId: string } }[] = [];
      page.on("response", async (response) => {
        const isRun = response.request().method() === "POST" && response.url().endsWith("/generations");
        if (isRun) made.push(readGeneration(await response.text()));
      });
      await page.getByRole("button", { name: "Run Product scene" }).click();
      await untilEnded("The workflow has ended.");
      expect((await received()).map(({ path }) => path.split("/").slice(0, 2))).toEqual([
        ["folders", "Scenes"],
      ]);
      const [visual, edited] = made;
      expect(visual?.references).toBeUndefined();
      expect(edited?.references).toMatchObject([{ attachmentId: visual?.output.attachmentId }]);

      await node("n3").click();
      const src = await node("n2").getByRole("img").getAttribute("src");
      await references().locator(`img[src="${src}"]`).waitFor();
      await drawer().getByRole("button", { name: "Generate", exact: true }).click();
      await expect.poll(() => made.length).toBe(3);
      expect(made[2]?.references).toMatchObject([{ attachmentId: visual?.output.attachmentId }]);
    });

    it("says at the reference that there is no picture before the first run, and asks nobody for one", async () => {
      const { page, node, choose } = session.editor;
      const asked: string[] = [];
      page.on("request", (request) => asked.push(`${request.method()} ${request.url()}`));
      await choose("Product scene");
      await node("n3").click();
      await references().getByText("image_gen.output").first().waitFor();
      await drawer().getByRole("button", { name: "Generate", exact: true }).click();
      await references().getByText("leads to no picture in this run").waitFor();
      expect(asked.filter((each) => /attachments|example\.com/.test(each))).toEqual([]);
    });

    it("leaves the canvas its own dragging while the drawer takes files", async () => {
      const { page, node, choose } = session.editor;
      await choose("Product scene");
      await node("n2").click();
      await references().waitFor();
      const dropped = await page.evaluate(() => {
        const area = document.querySelector('[data-imagenode-part="references-root"]');
        const isTaken = (target: Element | null) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File(["x"], "a.png", { type: "image/png" }));
          const over = new DragEvent("dragover", { bubbles: true, cancelable: true, dataTransfer });
          target?.dispatchEvent(over);
          return over.defaultPrevented;
        };
        return {
          onCanvas: isTaken(document.querySelector(".wf-canvas .react-flow__pane")),
          inForm: isTaken(area),
        };
      });
      expect(dropped).toEqual({ onCanvas: false, inForm: true });
      const before = await node("n1").boundingBox();
      if (!before) throw new Error("The trigger is not on the canvas.");
      await node("n1").locator("strong").hover();
      await page.mouse.down();
      await page.mouse.move(before.x + 40, before.y + 160, { steps: 5 });
      await page.mouse.up();
      const after = await node("n1").boundingBox();
      expect(Math.abs((after?.y ?? 0) - before.y)).toBeGreaterThan(60);
    });
  });
}

/** Reads the generation of an answer, be it JSON or the last event of a stream. */
function readGeneration(text: string) {
  const last = text.slice(text.lastIndexOf('{"id":"gen_'));
  const json = last.slice(0, last.includes("\n") ? last.indexOf("\n") : undefined);
  return JSON.parse(json) as { references?: { attachmentId: string }[]; output: { attachmentId: string } };
}
