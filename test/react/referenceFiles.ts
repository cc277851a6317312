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
  sharp({ create: { width, height, channels: 3, background } }).png().toBuffer();

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
