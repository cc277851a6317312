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

  it("answers a catalog from the page", async () => {
    const publicUrl = `${location.origin}/api/image-node`;
    const response = await createDemoBackend({ publicUrl }).handler(new Request(`${publicUrl}/catalog`));
    expect(response.status).toBe(200);
  });
});
