import sharp from "sharp";
import { describe, expect, it } from "vitest";
import type { EditorSession } from "./editorSession.js";
import { openEditor } from "./openEditor.js";
import type { Received } from "./openEditor.js";

const ENDED = "The workflow has ended.";
const NAME = /^\d+-workflow_image_generation-demo\.png$/;

/** The bytes that the receiver got, decoded by another decoder than the recipe's. */
async function openFile(session: EditorSession, request: Received | undefined) {
  const [file] = request?.files ?? [];
  if (!file) throw new Error("No file came with this request.");
  const bytes = Buffer.from(await (await fetch(`${session.url}/api/receiver/${file.href}`)).arrayBuffer());
  expect(bytes.subarray(0, 8).toString("hex")).toBe("89504e470d0a1a0a");
  expect(file).toMatchObject({ type: "image/png", bytes: bytes.length, name: expect.stringMatching(NAME) });
  const { info, data } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return {
    name: file.name,
    width: info.width,
    height: info.height,
    colours: new Set(data.subarray(0, 90_000)).size,
  };
}

/** What the workflows of the node's documentation send, and what happens when one of their nodes fails. */
export function describePresets(session: EditorSession): void {
  describe("each preset, by one click and to its last node", () => {
    it("makes a square product picture and hands it to all that follow", async () => {
      await session.editor.page.getByRole("button", { name: "Run Marketing content" }).click();
      await session.editor.untilEnded(ENDED);
      const received = await session.editor.received();
      const byPath = (part: string) => received.find(({ path }) => path.startsWith(part));
      const files = await Promise.all(
        ["folders/Marketing/", "products/MUG-042/images", "cdn", "channels/marketing/messages"].map((path) =>
          openFile(session, byPath(path)),
        ),
      );
      for (const file of files) {
        expect(file).toMatchObject({ width: 1024, height: 1024, name: files[0]?.name });
        expect(file.colours).toBeGreaterThan(16);
      }
      expect(byPath("folders/Marketing/")?.method).toBe("PUT");
      expect(byPath("products/")?.fields.alt).toBe("Meet the blue ceramic coffee mug, made to last.");
      // The agent that sees has told the text: measured in the bytes that it got.
      expect(byPath("channels/")?.fields.text).toMatch(
        /^coffee mug is live\. An? .+ picture of 1024 × 1024 pixels \(1:1, as asked\), mostly .*blue/,
      );
      await session.editor.node("n3").getByRole("img").waitFor();
    });

    it("sends the weekly report with its landscape header, and its link as JSON", async () => {
      await session.editor.page.getByRole("button", { name: "Run Report visual" }).click();
      await session.editor.untilEnded(ENDED);
      const [mail, dashboard] = (await session.editor.received()).sort((a, b) =>
        b.path.localeCompare(a.path),
      );
      expect(mail).toMatchObject({
        path: "emails",
        fields: { subject: "Weekly report: +24 % revenue over the last week" },
      });
      expect(await openFile(session, mail)).toMatchObject({ width: 1536, height: 864 });
      expect(dashboard).toMatchObject({ path: "dashboard", json: { type: "image/png" } });
      const picture = await fetch(String(dashboard?.json?.image));
      expect(picture.headers.get("Content-Type")).toBe("image/png");
    });

    it("updates the blog post with a picture of its themes", async () => {
      await session.editor.page.getByRole("button", { name: "Run Blog post" }).click();
      await session.editor.untilEnded(ENDED);
      const [post] = await session.editor.received();
      expect(post).toMatchObject({
        method: "PUT",
        path: "posts/the-lighthouse/featured-image",
        fields: { alt: "lighthouse and lantern and ocean for a blog about life by the sea" },
      });
      expect(await openFile(session, post)).toMatchObject({ width: 1536, height: 864 });
    });

    it("makes one picture for each product and puts each into the catalog", async () => {
      await session.editor.page.getByRole("button", { name: "Run Product batch" }).click();
      await session.editor.untilEnded(ENDED);
      const received = await session.editor.received();
      const uploads = received.filter(({ path }) => path.startsWith("products/"));
      expect(await session.editor.log.locator('[data-level="bad"]').allInnerTexts()).toEqual([]);
      expect(uploads.map(({ path, fields }) => [path.split("/")[1], fields.alt]).sort()).toEqual([
        ["BIC-6", "yellow bicycle"],
        ["CHR-2", "wooden chair"],
        ["POT-5", "blue teapot"],
        ["UMB-1", "red umbrella"],
      ]);
      expect(
        new Set(
          (await Promise.all(uploads.map((upload) => openFile(session, upload)))).map(({ name }) => name),
        ).size,
      ).toBe(4);
      expect(received.at(-1)).toMatchObject({ path: "batches", json: { total: "4", failed: "0" } });
      await session.editor.node("n2").getByText("4 of 4").waitFor();
    });
  });

  describe("when something goes wrong in the middle", () => {
    const blindReviewer = async () => {
      await session.editor.choose("Marketing content");
      await session.editor.node("n4").click();
      await session.editor.drawer
        .getByRole("textbox", { name: "Instructions" })
        .fill("Look at {{trigger.output.missing}}");
    };

    it("stops what comes after the node that failed, and marks both", async () => {
      await blindReviewer();
      await session.editor.page.getByRole("button", { name: "Run", exact: true }).click();
      await session.editor.untilEnded("stopped by a node that failed");
      await session.editor.node("n4").getByText("Agent that sees · Failed").waitFor();
      await session.editor.node("n8").getByText("Action · Skipped").waitFor();
      expect((await session.editor.received()).map(({ path }) => path)).not.toContain(
        "channels/marketing/messages",
      );
    });

    it("goes on where the node may fail", async () => {
      await blindReviewer();
      await session.editor.drawer.getByLabel("If it fails").selectOption("continue");
      await session.editor.node("n8").click();
      await session.editor.drawer
        .getByRole("textbox", { name: "Message" })
        .fill("Said: {{reviewer.output.error}}");
      await session.editor.page.getByRole("button", { name: "Run", exact: true }).click();
      await session.editor.untilEnded(ENDED);
      const message = (await session.editor.received()).find(({ path }) => path.startsWith("channels/"));
      expect(message?.fields.text).toContain("trigger.output.missing");
    });

    it("keeps the other items of a loop when one fails", async () => {
      await session.editor.choose("Product batch");
      await session.editor.node("n1").click();
      const list = [{ name: "red umbrella", sku: "A" }, { sku: "B" }, { name: "desk lamp", sku: "C" }];
      await session.editor.drawer.getByRole("textbox", { name: "products" }).fill(JSON.stringify(list));
      await session.editor.page.getByRole("button", { name: "Run", exact: true }).click();
      await session.editor.untilEnded(ENDED);
      expect((await session.editor.received()).map(({ path }) => path).sort()).toEqual([
        "batches",
        "products/A/images",
        "products/C/images",
      ]);
      await session.editor.node("n2").getByText("1 failed").waitFor();
    });

    it("ends a running workflow by Stop, on the back end too", async () => {
      session.editor = await openEditor(session.editor.context, session.slowUrl);
      const cancels: string[] = [];
      session.editor.page.on("request", (request) => {
        if (request.method() === "DELETE" && request.url().includes("/generations/"))
          cancels.push(request.url());
      });
      await session.editor.page.getByRole("button", { name: "Run Report visual" }).click();
      await session.editor.node("n3").getByText("Image Generation · Running").waitFor();
      await session.editor.page.getByRole("button", { name: "Stop" }).click();
      await session.editor.untilEnded("The workflow was cancelled.");
      await session.editor.node("n4").getByText("Action · Skipped").waitFor();
      expect(cancels).toHaveLength(1);
      expect(await session.editor.received()).toEqual([]);
    });
  });
}
