import { keepPlainPng } from "./keepPlainPng.node.js";
import { loadSharp } from "./loadSharp.node.js";
import type { ToPng } from "../options.js";
import { sniffImage } from "./sniffImage.js";

export { loadEncodePicture } from "./loadEncodePicture.node.js";

/** Loads `sharp` and makes the converter, which decodes, crops where asked and encodes as PNG. A PNG that needs neither is kept. */
export async function loadToPng(): Promise<ToPng> {
  const sharp = await loadSharp();
  return async (bytes, { crop, maxPixels }) => {
    const source = sniffImage(bytes);
    // Also what is kept undecoded is decompressed.
    if (source && source.width * source.height > maxPixels)
      throw new RangeError("The picture exceeds the pixel limit.");
    const kept = crop ? null : await keepPlainPng(bytes);
    if (kept) return kept;
    const image = sharp(bytes, { limitInputPixels: maxPixels, failOn: "error", animated: false });
    // As browsers do. Only a camera's JPEG says how it was held, and loses it here.
    if (source?.type === "jpeg") image.rotate();
    if (crop) image.resize(crop.width, crop.height, { fit: "cover", position: "centre" });
    const png = await image.toColourspace("srgb").png({ compressionLevel: 6 }).toBuffer();
    return new Uint8Array(png.buffer, png.byteOffset, png.byteLength);
  };
}
