import { describe, expect, it } from "vitest";
import { createDemoBackend } from "image-generation-node/demo";
import { createIllustrator } from "../../src/demo/createIllustrator.js";

const sizeOf = async (png: Uint8Array) => {
  const picture = await createImageBitmap(new Blob([new Uint8Array(png)], { type: "image/png" }));
  return [picture.width, picture.height];
};

describe("the illustrator in a page", () => {
  it("draws with a canvas at the asked size, in styles that are enlarged and in styles that are not", async () => {
    for (const style of ["auto", "oil_painting"]) {
      const png = await createIllustrator().generate({
        prompt: "a red fox",
        content: "a red fox",
        aspectRatio: "landscape",
        width: 768,
        height: 432,
        style,
        settings: {},
        scope: "w",
        context: {},
        signal: new AbortController().signal,
      });
      expect([...png.subarray(0, 4)]).toEqual([137, 80, 78, 71]);
      expect(await sizeOf(png)).toEqual([768, 432]);
    }
  });

  it("draws after a reference", async () => {
    const canvas = new OffscreenCanvas(300, 200);
    const context = canvas.getContext("2d");
    if (!context) throw new Error("This page gives no canvas.");
    context.fillStyle = "#1f7a3d";
    context.fillRect(0, 0, 300, 200);
    context.fillStyle = "#f2d13c";
    context.fillRect(0, 0, 300, 100);
    const types = ["image/png", "image/jpeg"];
    const blobs = await Promise.all(types.map((type) => canvas.convertToBlob({ type })));
    for (const blob of blobs) {
      const bytes = new Uint8Array(await blob.arrayBuffer());
      const png = await createIllustrator().generate({
        prompt: "a red fox",
        content: "a red fox",
        aspectRatio: "square",
        width: 320,
        height: 320,
        style: "auto",
        settings: {},
        scope: "w",
        context: {},
        signal: new AbortController().signal,
        references: [{ bytes, mimeType: blob.type, width: 300, height: 200, attachmentId: "att_1" }],
      });
      const drawn = await createImageBitmap(new Blob([new Uint8Array(png)], { type: "image/png" }));
      context.drawImage(drawn, 0, 0, 300, 200);
      const at = (x: number, y: number) => context.getImageData(x, y, 1, 1).data;
      const [above, below] = [at(6, 40), at(6, 190)];
      expect((above[0] ?? 0) - (above[2] ?? 0)).toBeGreaterThan(100);
      expect((below[1] ?? 0) - (below[0] ?? 0)).toBeGreaterThan(50);
    }
  });

  it("answers a catalog from the page", async () => {
    const publicUrl = `${location.origin}/api/image-node`;
    const response = await createDemoBackend({ publicUrl }).handler(new Request(`${publicUrl}/catalog`));
    expect(response.status).toBe(200);
  });
});
