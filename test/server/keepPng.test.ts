import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { loadEncodePicture, loadToPng } from "../../src/server/png/loadToPng.browser.js";
import { keepPng } from "../../src/server/png/keepPng.js";
import { createImage } from "./testBackend.js";

const SIGNATURE = Buffer.from("89504e470d0a1a0a", "hex");

function chunk(type: string, data: Uint8Array): Buffer {
  const bytes = Buffer.alloc(12 + data.byteLength);
  bytes.writeUInt32BE(data.byteLength, 0);
  bytes.write(type, 4, "latin1");
  bytes.set(data, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, -4)), bytes.byteLength - 4);
  return bytes;
}

/** A PNG of 32 × 18 with exactly these chunks between its header and its end. */
function png(between: readonly Buffer[], { depth = 8, type = 2 } = {}): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(32, 0);
  header.writeUInt32BE(18, 4);
  header.set([depth, type], 8);
  return Buffer.concat([SIGNATURE, chunk("IHDR", header), ...between, chunk("IEND", Buffer.alloc(0))]);
}

/** Rows of a PNG of RGB. */
const rows = (filter = 0, count = 18) =>
  Buffer.alloc(count * 97, 0x5a).map((byte, at) => (at % 97 === 0 ? filter : byte));
const idat = (raw: Uint8Array = rows()) => chunk("IDAT", deflateSync(raw));
const secret = chunk("tEXt", Buffer.from("Comment\0sk-secret"));
const noisy = () =>
  sharp({
    create: {
      width: 33,
      height: 19,
      channels: 3,
      background: "#c96",
      noise: { type: "gaussian", mean: 90, sigma: 20 },
    },
  });
/** Decoded as it looks: gamma and profile applied. */
const pixels = (bytes: Uint8Array) => sharp(bytes).toColourspace("srgb").raw().toBuffer();

describe("keepPng", () => {
  it.each([
    ["RGB", () => noisy().png()],
    ["RGBA", () => noisy().ensureAlpha(0.5).png()],
    ["a palette", () => noisy().png({ palette: true })],
    ["a palette of two colours", () => noisy().png({ palette: true, colours: 2 })],
    ["grey", () => noisy().greyscale().png()],
    ["16 bits", () => noisy().toColourspace("rgb16").png()],
    ["interlaced rows", () => noisy().png({ progressive: true })],
    ["a colour profile", () => noisy().withIccProfile("p3").png()],
    ["data that was hardly compressed", () => noisy().png({ compressionLevel: 0 })],
  ])("keeps the look of %s", async (_, draw) => {
    const drawn = await draw().toBuffer();
    const kept = await keepPng(drawn);
    expect(await pixels(kept ?? new Uint8Array())).toEqual(await pixels(drawn));
  });

  it("keeps nothing of the file but the picture", async () => {
    const file = Buffer.concat([png([secret, idat(), secret]), Buffer.from("<script>after</script>")]);
    expect(Buffer.from((await keepPng(file)) ?? [])).toEqual(png([idat()]));
  });

  const damaged = () => {
    const bytes = png([idat()]);
    bytes[bytes.byteLength - 13] = (bytes[bytes.byteLength - 13] ?? 0) ^ 1;
    return bytes;
  };
  it.each([
    ["a JPEG", () => createImage(32, 18, "jpeg")],
    ["an unknown colour type", () => png([idat()], { type: 5 })],
    ["an unknown depth", () => png([idat()], { depth: 3 })],
    ["a palette that is missing", () => png([idat()], { type: 3 })],
    ["another filter than there are", () => png([idat(rows(5))])],
    ["a row too few", () => png([idat(rows(0, 17))])],
    ["half a row too few", () => png([idat(rows().subarray(0, -50))])],
    ["a row too many", () => png([idat(rows(0, 19))])],
    ["data that does not decompress", () => png([chunk("IDAT", Buffer.alloc(30, 1))])],
    ["data in two places", () => png([idat(), chunk("sRGB", Buffer.alloc(1)), idat()])],
    ["no data", () => png([])],
    ["a wrong checksum", damaged],
    ["a second header", () => png([idat(), png([]).subarray(8, 33)])],
    ["an end that is cut off", () => png([idat()]).subarray(0, -1)],
    ["no bytes", () => Buffer.alloc(0)],
  ])("refuses %s", async (_, file) => {
    expect(await keepPng(new Uint8Array(await file()))).toBeNull();
  });
});

describe("a runtime without a decoder of pictures", () => {
  const bounds = { maxPixels: 1_000_000 };

  it("keeps a PNG", async () => {
    const toPng = await loadToPng();
    expect(Buffer.from(await toPng(png([secret, idat()]), bounds))).toEqual(png([idat()]));
    await expect(toPng(png([]), bounds)).rejects.toThrow("damaged");
    await expect(toPng(png([idat()]), { maxPixels: 100 })).rejects.toThrow("too many pixels");
  });

  it("says what to do with another format, and with a crop", async () => {
    const toPng = await loadToPng();
    const webp = await createImage(32, 18, "webp");
    await expect(toPng(webp, bounds)).rejects.toThrow(/a WEBP cannot be made a PNG\. Pass `toPng`/);
    const crop = { width: 18, height: 18 };
    await expect(toPng(png([idat()]), { ...bounds, crop })).rejects.toThrow(/cut to 18x18\. Pass `toPng`/);
  });

  it("takes no pictures in, and says why", async () => {
    await expect(loadEncodePicture()).rejects.toThrow(/no encoder of pictures.*Pass `toPng`/);
  });
});
