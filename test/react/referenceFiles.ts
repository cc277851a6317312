import { crc32 } from "node:zlib";
import sharp from "sharp";

/** File that a person chooses. */
export interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Words that a photo's metadata holds here, so that each place of it can be found in the bytes. */
export const METADATA = ["Exif", "GPS", "ACME camera", "http://ns.adobe.com", "ICC_PROFILE"] as const;

const block = (width: number, height: number, background: string) =>
  sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer();

/**
 * Photo of a phone that was held upright: as it is shown 300 × 400, red above, blue below, with yellow at the top left. Its
 * rows are stored turned, and its metadata says so and where it was taken.
 */
export async function takePhoto(name = "photo.jpg"): Promise<ChosenFile> {
  const [red, blue, yellow] = await Promise.all([
    block(300, 200, "#d01818"),
    block(300, 200, "#1830d0"),
    block(110, 150, "#f0d818"),
  ]);
  const upright = await sharp(await block(300, 400, "#000"))
    .composite([
      { input: red, top: 0, left: 0 },
      { input: blue, top: 200, left: 0 },
      { input: yellow, top: 0, left: 0 },
    ])
    .png()
    .toBuffer();
  const buffer = await sharp(upright)
    .rotate(270)
    .withMetadata({ orientation: 6, icc: "srgb" })
    .withExifMerge({
      IFD0: { Make: "ACME camera", Orientation: "6" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "51/1 30/1 3230/100", GPSMapDatum: "GPS WGS-84" },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><a href="http://ns.adobe.com/xap/1.0/"/></x:xmpmeta>')
    .jpeg({ quality: 90 })
    .toBuffer();
  return { name, mimeType: "image/jpeg", buffer };
}

/** PNG of one colour. */
export async function paint(name: string, colour: string, side = 64): Promise<ChosenFile> {
  return { name, mimeType: "image/png", buffer: await block(side, side, colour) };
}

/** PNG of about a megabyte that nothing makes smaller. */
export async function paintNoise(name: string): Promise<ChosenFile> {
  const noise = { type: "gaussian", mean: 128, sigma: 60 } as const;
  const picture = sharp({ create: { width: 640, height: 640, channels: 3, noise, background: "#000" } });
  return { name, mimeType: "image/png", buffer: await picture.png().toBuffer() };
}

/** Mean red, green and blue of a part of a picture; the part in shares of its sides. */
export async function meanOf(
  bytes: Uint8Array | Buffer,
  [left, top, width, height]: readonly [number, number, number, number],
): Promise<readonly [red: number, green: number, blue: number]> {
  const size = await sharp(bytes).metadata();
  const across = (share: number) => Math.round(share * size.width);
  const down = (share: number) => Math.round(share * size.height);
  const part = { left: across(left), top: down(top), width: across(width), height: down(height) };
  const { channels } = await sharp(await sharp(bytes).extract(part).png().toBuffer()).stats();
  const [red, green, blue] = channels.map(({ mean }) => mean);
  return [red ?? 0, green ?? 0, blue ?? 0];
}

/** Files that are no pictures for a model, each with a pattern for what is said of it. */
export async function listBadFiles(): Promise<readonly (readonly [ChosenFile, RegExp])[]> {
  const kind = /of another kind.*PNG, JPEG or WebP/;
  const { buffer: jpeg } = await takePhoto();
  const gif = await sharp((await paint("a.png", "#333")).buffer)
    .gif()
    .toBuffer();
  const text = (name: string, mimeType: string, words: string): ChosenFile => ({
    name,
    mimeType,
    buffer: Buffer.from(words),
  });
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>';
  return [
    [text("drawing.svg", "image/svg+xml", svg), kind],
    [text("camera.heic", "image/heic", "\0\0\0\x18ftypheic\0\0\0\0mif1heic"), kind],
    [{ name: "moving.gif", mimeType: "image/gif", buffer: gif }, kind],
    [{ name: "bomb.png", mimeType: "image/png", buffer: await writeBomb() }, /too many pixels/],
    [
      { name: "cut.jpg", mimeType: "image/jpeg", buffer: jpeg.subarray(0, Math.floor(jpeg.length / 2)) },
      /damaged/,
    ],
    [text("notes.png", "image/png", "These are words."), kind],
    [
      { name: "large.png", mimeType: "image/png", buffer: Buffer.alloc(11 * 1024 * 1024) },
      /larger than 10(?:\.5)? MB/,
    ],
    [text("empty.png", "image/png", ""), kind],
  ];
}

/** About 1 kB that says it is a picture of 30,000 × 30,000 pixels. */
async function writeBomb(): Promise<Buffer> {
  const { buffer } = await paint("a.png", "#fff", 8);
  const bomb = Buffer.concat([buffer, Buffer.alloc(1024 - buffer.length)]);
  bomb.writeUInt32BE(30_000, 16);
  bomb.writeUInt32BE(30_000, 20);
  bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29);
  return bomb;
}
