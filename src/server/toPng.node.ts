import type { ToPngOptions } from "./options.js";

/** Decodes with `sharp` and encodes as PNG. */
export async function toPng(bytes: Uint8Array, { crop, maxPixels }: ToPngOptions): Promise<Uint8Array> {
  const sharp = await loadSharp();
  const picture = sharp(bytes, { limitInputPixels: maxPixels, failOn: "error", animated: false });
  if (crop) picture.resize(crop.width, crop.height, { fit: "cover", position: "centre" });
  const png = await picture.toColourspace("srgb").png({ compressionLevel: 6 }).toBuffer();
  return new Uint8Array(png.buffer, png.byteOffset, png.byteLength);
}

async function loadSharp() {
  try {
    return (await import("sharp")).default;
  } catch (cause) {
    throw new Error(
      "Pictures cannot be encoded as PNG, because the package `sharp` is not installed. " +
        "Run `npm install sharp`, or pass your own `toPng` to createImageNodeHandler.",
      { cause },
    );
  }
}
