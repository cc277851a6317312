import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { sniffImage } from "../../src/server/png/sniffImage.js";
import { createImage } from "./testBackend.js";

describe("sniffImage", () => {
  it.each(["png", "jpeg", "webp", "gif"] as const)("reads type and size of a %s", async (type) => {
    expect(sniffImage(await createImage(37, 21, type))).toEqual({ type, width: 37, height: 21 });
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    "reads the size of a JPEG as orientation %i shows it",
    async (orientation) => {
      const bytes = await sharp(await createImage(37, 21))
        .withMetadata({ orientation })
        .jpeg()
        .toBuffer();
      const [width, height] = orientation < 5 ? [37, 21] : [21, 37];
      expect(sniffImage(bytes)).toEqual({ type: "jpeg", width, height });
      // Cut anywhere, it is read or refused, and nothing beyond its end is read.
      for (let end = 0; end < bytes.byteLength; end += 1) {
        expect([null, width]).toContain(sniffImage(bytes.subarray(0, end))?.width ?? null);
      }
    },
  );

  it.each([
    ["HTML", "<!doctype html><title>Bad gateway</title>"],
    ["SVG", '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'],
    ["JSON", '{"error":"nothing"}'],
    ["nothing", ""],
    ["the mere beginning of a PNG", "\x89PNG"],
  ])("refuses %s", (_, text) => {
    expect(sniffImage(Uint8Array.from(text, (character) => character.charCodeAt(0)))).toBeNull();
  });

  it("ends on a JPEG without a frame", () => {
    const bytes = new Uint8Array(5_000).fill(0xff);
    bytes[1] = 0xd8;
    expect(sniffImage(bytes)).toBeNull();
  });
});
