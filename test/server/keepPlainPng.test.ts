import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { keepPlainPng } from "../../src/server/png/keepPlainPng.node.js";
import { body, createTestBackend, createImage, succeed } from "./testBackend.js";

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
function png(between: readonly Buffer[], header: { depth?: number; type?: number; interlace?: number } = {}) {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(32, 0);
  data.writeUInt32BE(18, 4);
  data.set([header.depth ?? 8, header.type ?? 2, 0, 0, header.interlace ?? 0], 8);
  return Buffer.concat([SIGNATURE, chunk("IHDR", data), ...between, chunk("IEND", Buffer.alloc(0))]);
}

function rows(filter = 0, count = 18): Buffer {
  const bytes = Buffer.alloc(count * 97, 0x5a);
  for (let row = 0; row < count; row += 1) bytes[row * 97] = filter;
  return bytes;
}

const idat = (raw = rows()) => chunk("IDAT", deflateSync(raw));
/** One image's data in two chunks. */
function halves(): [Buffer, Buffer] {
  const data = deflateSync(rows());
  return [chunk("IDAT", data.subarray(0, 9)), chunk("IDAT", data.subarray(9))];
}
const secret = chunk("tEXt", Buffer.from("Comment\0sk-secret"));
const pixels = (bytes: Uint8Array) => sharp(bytes).raw().toBuffer();

describe("keepPlainPng", () => {
  it.each([
    ["RGB", 2, 3],
    ["RGBA", 6, 4],
  ])("keeps the pixels of %s as they are", async (_, type, channels) => {
    const create = { width: 32, height: 18, channels: 3 as const, background: "#c96" };
    const noisy = sharp({ create: { ...create, noise: { type: "gaussian", mean: 90, sigma: 2 } } });
    const drawn = await (channels === 4 ? noisy.ensureAlpha(0.5) : noisy).png().toBuffer();
    const kept = await keepPlainPng(drawn);
    expect(kept?.[25]).toBe(type);
    expect(await pixels(kept ?? drawn.subarray(0, 0))).toEqual(await pixels(drawn));
  });

  it("keeps nothing of the file but the image", async () => {
    const parts = halves();
    const others = [secret, chunk("eXIf", Buffer.from("MM")), chunk("acTL", Buffer.alloc(8))];
    const file = Buffer.concat([png([...others, ...parts, secret]), Buffer.from("<script>after</script>")]);
    expect(Buffer.from((await keepPlainPng(file)) ?? [])).toEqual(png(parts));
  });

  const flipped = (at: number) => {
    const bytes = png([idat()]);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    return bytes;
  };
  it.each([
    ["a JPEG", () => createImage(32, 18, "jpeg")],
    ["16 bits", () => png([idat()], { depth: 16 })],
    [
      "a palette",
      () =>
        sharp(png([idat()]))
          .png({ palette: true })
          .toBuffer(),
    ],
    ["interlaced rows", () => png([idat()], { interlace: 1 })],
    ["an unknown colour type", () => png([idat()], { type: 5 })],
    [
      "a colour profile",
      () =>
        sharp(png([idat()]))
          .withIccProfile("p3")
          .png()
          .toBuffer(),
    ],
    ["a colour that is transparent", () => png([chunk("tRNS", Buffer.alloc(6)), idat()])],
    ["another filter than there are", () => png([idat(rows(5))])],
    ["a row too few", () => png([idat(rows(0, 17))])],
    ["a row too many", () => png([idat(rows(0, 19))])],
    [
      "more than the picture in its data",
      () => png([chunk("IDAT", Buffer.concat([deflateSync(rows()), Buffer.from("x")]))]),
    ],
    ["data that does not decompress", () => png([chunk("IDAT", Buffer.alloc(30, 1))])],
    ["data in two places", () => png([halves()[0], chunk("tEXt", Buffer.alloc(0)), halves()[1]])],
    ["no data", () => png([])],
    ["data that was hardly compressed", () => png([chunk("IDAT", deflateSync(rows(), { level: 0 }))])],
    ["a wrong checksum", () => flipped(png([idat()]).byteLength - 13)],
    ["a second header", () => png([idat(), png([]).subarray(8, 33)])],
    ["an end that is cut off", () => png([idat()]).subarray(0, -1)],
    ["a chunk longer than the file", () => png([idat()]).subarray(0, 50)],
    ["no bytes", () => Buffer.alloc(0)],
  ])("leaves %s to the decoder", async (_, file) => {
    expect(await keepPlainPng(new Uint8Array(await file()))).toBeNull();
  });

  it("lets nothing of a provider's file but its image be stored", async () => {
    const backend = createTestBackend({ generate: async () => png([secret, idat()], {}) });
    const request = body({ aspectRatio: "landscape" });
    const { output } = await succeed(await backend.post("/generations", request));
    const stored = Buffer.from(await (await backend.get(output.imageUrl)).arrayBuffer());
    expect(stored).toEqual(png([idat()]));
    const square = await succeed(await backend.post("/generations", body({ aspectRatio: "square" })));
    expect(square.image).toMatchObject({ width: 18, height: 18 });
  });
});
