import { countSteps, growthOf } from "./countSteps.js";
import { randomBytes } from "node:crypto";
import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { describe, expect, it, vi } from "vitest";
import { hasFewParts } from "../../src/server/png/hasFewParts.js";
import { keepPlainPng } from "../../src/server/png/keepPlainPng.node.js";
import { loadToPng } from "../../src/server/png/loadToPng.node.js";
import { sniffImage } from "../../src/server/png/sniffImage.js";
import { body, createTestBackend, createImage } from "../server/testBackend.js";
import {
  chunk,
  chunkyPng,
  comments,
  exif,
  exifBlocks,
  gif,
  jpeg,
  packedPng,
  png,
  webp,
} from "./absurdImages.js";

/** Far more than any file of an encoder takes, and a bound: a file of 32 MiB takes no more. */
const MOST_STEPS = 150_000;

/** Everything that is read of an image before it is decoded. */
function read(bytes: Uint8Array): void {
  const sniffed = sniffImage(bytes);
  if (sniffed) hasFewParts(bytes, sniffed.type);
}

describe("what is read of an image before it is decoded", () => {
  it.each<[string, (size: number) => Uint8Array]>([
    ["Exif blocks that name one directory", (size) => exifBlocks(size)],
    ["one Exif directory", (size) => jpeg(exif({ entries: size }))],
    [
      "Exif blocks of their own directories",
      (size) => jpeg(Buffer.concat(Array<Uint8Array>(size).fill(exif({ entries: 40 })))),
    ],
    ["segments before the frame", (size) => jpeg(comments(size))],
    ["segments after the frame", (size) => jpeg(comments(0), comments(size))],
    ["fill bytes", (size) => jpeg(Buffer.alloc(size, 0xff))],
    ["chunks of a PNG", (size) => chunkyPng(size)],
    ["frames of an animated PNG", (size) => chunkyPng(size, "fdAT")],
    ["frames of a GIF", (size) => gif(size)],
    ["blocks of a GIF's frame", (size) => gif(1, size)],
    ["frames of a WebP", (size) => webp(size)],
    ["chunks of a WebP that nobody knows", (size) => webp(size, "abcd")],
  ])("grows by no more than its %s", async (_, make) => {
    const growth = await growthOf((size) => read(make(size)), 200);
    expect(growth).toBeLessThan(8);
  });

  it.each<[string, () => Uint8Array]>([
    ["10,000 Exif blocks that name one directory", () => exifBlocks(10_000)],
    ["300,000 Exif blocks", () => jpeg(Buffer.concat(Array<Uint8Array>(300_000).fill(exif())))],
    ["a directory that says 65,535 entries", () => jpeg(exif({ says: 0xffff }))],
    ["a directory that names itself as the next", () => jpeg(exif({ entries: 5_000, next: 8 }))],
    ["a directory outside of everything", () => jpeg(exif({ offset: 0xffff_ffff }))],
    ["8 million segments", () => jpeg(comments(5_000_000))],
    ["30 MB of fill bytes", () => jpeg(Buffer.alloc(30_000_000, 0xff))],
    ["segments of no length", () => jpeg(Buffer.alloc(4_000_000, Buffer.from([0xff, 0xe1, 0, 0])))],
    ["2.5 million chunks of a PNG", () => chunkyPng(2_500_000)],
    ["a PNG's chunk of 4 GiB", () => png(Buffer.from("ffffffff61624364", "hex"))],
    ["2 million frames of a GIF", () => gif(2_000_000)],
    ["3 million frames of a WebP", () => webp(3_000_000)],
  ])("stops at a bound for %s", async (_, make) => {
    const bytes = make();
    expect(await countSteps(() => read(bytes))).toBeLessThan(MOST_STEPS);
  });

  it("stops at a bound for 15 million blocks of a GIF's frame, which encoders fill with 255 bytes each", async () => {
    const bytes = gif(1, 15_000_000);
    expect(await countSteps(() => read(bytes))).toBeLessThan(1_200_000);
    expect(hasFewParts(bytes, "gif")).toBe(false);
  });

  it("takes the first Exif block, and of it only what lies inside", () => {
    const turned = exif({ entries: 1, tag: 0x0112 });
    const upright = exif({ entries: 1, tag: 0x0112, value: 1 });
    const size = (before: Buffer) => sniffImage(jpeg(before))?.width;
    expect(size(turned)).toBe(21);
    expect(size(Buffer.concat([turned, upright]))).toBe(21);
    expect(size(Buffer.concat([upright, turned]))).toBe(37);
    expect(size(Buffer.concat([exif(), turned]))).toBe(37);
    // The directory of the first lies in the second.
    const length = exif().byteLength;
    expect(size(Buffer.concat([exif({ offset: 8 + length }), turned]))).toBe(37);
  });

  it.each(["png", "jpeg", "webp", "gif"] as const)(
    "lets a %s of an encoder through, cut anywhere too",
    async (type) => {
      const bytes = await createImage(40, 30, type);
      expect(hasFewParts(bytes, type)).toBe(true);
      for (let end = 0; end < bytes.byteLength; end += 1) {
        const cut = bytes.subarray(0, end);
        const sniffed = sniffImage(cut);
        if (sniffed && type !== "jpeg") expect(hasFewParts(cut, type)).toBe(true);
      }
    },
  );

  it("lets through what real encoders write at most", async () => {
    const noise = { create: { width: 1500, height: 1500, channels: 3, background: "#888" } } as const;
    const drawn = await sharp({
      ...noise,
      create: { ...noise.create, noise: { type: "gaussian", mean: 128, sigma: 60 } },
    })
      .withIccProfile("p3")
      .png()
      .toBuffer();
    expect(drawn.byteLength).toBeGreaterThan(2_000_000);
    expect(hasFewParts(drawn, "png")).toBe(true);
    expect(hasFewParts(chunkyPng(10_000, "IDAT"), "png")).toBe(true);
    expect(hasFewParts(jpeg(comments(600)), "jpeg")).toBe(true);
    expect(hasFewParts(gif(400), "gif")).toBe(true);
  });
});

describe("an absurd image", () => {
  it.each<[string, () => Uint8Array]>([
    ["a JPEG of 10,000 Exif blocks", () => exifBlocks(10_000)],
    ["a JPEG of a million segments after its frame", () => jpeg(comments(0), comments(1_000_000))],
    ["a PNG of 2.5 million chunks", () => chunkyPng(2_500_000)],
    ["a PNG of 100,000 chunks of data", () => chunkyPng(100_000, "IDAT")],
    ["an animated PNG of 100,000 frames", () => chunkyPng(100_000, "fcTL")],
    ["a PNG that says 100,000 × 100,000", () => png(chunk("tEXt"), 100_000, 100_000)],
    ["a PNG that says 4 GiB × 1", () => png(chunk("tEXt"), 0xffff_ffff, 1)],
    ["a PNG of no width", () => png(chunk("tEXt"), 0, 64)],
    ["a PNG whose texts grow to 4 GB", () => packedPng("zTXt", 4_000_000)],
    ["a PNG whose international texts grow to 2 GB", () => packedPng("iTXt", 2_000_000)],
    ["a PNG whose profiles grow to 2 GB", () => packedPng("iCCP", 2_000_000)],
    ["a GIF of a million frames", () => gif(1_000_000)],
    ["a GIF that says 65,535 × 65,535", () => gif(1, 1, 0xffff, 0xffff)],
    ["a WebP of a million frames", () => webp(1_000_000)],
    ["a WebP that says 16 Mi × 16 Mi", () => webp(1, "VP8 ", 2 ** 24, 2 ** 24)],
    ["33 MiB", () => png(chunk("tEXt", new Uint8Array(33 * 2 ** 20)))],
    ["an AVIF", () => Buffer.from("\0\0\0\x20ftypavif\0\0\0\0avifmif1miafMA1B", "latin1")],
  ])("is refused before it is decoded when it is %s", async (_, make) => {
    const toPng = vi.fn(async (bytes: Uint8Array) => bytes);
    const backend = createTestBackend({ generate: async () => make(), toPng });
    const response = await backend.post("/generations", body());
    expect(await response.json()).toMatchObject({ kind: "bad_image", charged: null });
    expect(toPng).not.toHaveBeenCalled();
  });

  it.each<[string, () => Uint8Array | Promise<Uint8Array>, string]>([
    ["too many pixels that would be kept undecoded", () => png(chunk("tEXt"), 20_000, 20_000), "pixel limit"],
    [
      "a thousand scans",
      async () => {
        const bytes = Buffer.from(
          await sharp(await createImage(64, 64))
            .jpeg({ progressive: true })
            .toBuffer(),
        );
        const last = bytes.subarray(bytes.lastIndexOf(Buffer.from([0xff, 0xda])), -2);
        return Buffer.concat([
          bytes.subarray(0, -2),
          ...Array<Uint8Array>(1_000).fill(last),
          bytes.subarray(-2),
        ]);
      },
      "",
    ],
  ])("is refused by the converter when it has %s", async (_, make, reason) => {
    const toPng = await loadToPng();
    await expect(toPng(await make(), { maxPixels: 32 * 2 ** 20 })).rejects.toThrow(reason);
  });

  it("is not decompressed beyond the rows that its header says", async () => {
    const bomb = png(chunk("IDAT", deflateSync(Buffer.alloc(50_000_000), { level: 9 })));
    expect(await keepPlainPng(bomb)).toBeNull();
    expect(await countSteps(() => keepPlainPng(bomb))).toBeLessThan(20_000);
  });

  it("is not kept when its data lies in more chunks than an encoder writes", async () => {
    const data = deflateSync(randomBytes(30_000));
    const pieces = Array.from(data, (byte) => chunk("IDAT", Buffer.from([byte])));
    expect(pieces.length).toBeGreaterThan(16_384);
    const bytes = png(Buffer.concat(pieces));
    expect(await keepPlainPng(bytes)).toBeNull();
    expect(
      await growthOf((size) => keepPlainPng(png(Buffer.concat(pieces.slice(0, size)))), 2_000),
    ).toBeLessThan(8);
  });
});
