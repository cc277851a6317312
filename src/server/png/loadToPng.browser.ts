import { SetupError } from "../models/SetupError.js";
import type { ToPng, ToPngOptions } from "../options.js";
import { hasCanvas } from "./hasCanvas.js";
import { keepPng } from "./keepPng.js";
import { sniffImage } from "./sniffImage.js";

export { loadEncodePicture } from "./loadEncodePicture.browser.js";

/**
 * Makes the converter where there is no Node: in a page by its decoder and a canvas. A runtime that has none, such as
 * Cloudflare's, keeps PNGs that need no crop, and refuses the others with what to do.
 */
export async function loadToPng(): Promise<ToPng> {
  return hasCanvas() ? toPng : keepOnly;
}

const keepOnly: ToPng = async (bytes, { crop, maxPixels }) => {
  const source = sniffImage(bytes);
  if (source && source.width * source.height > maxPixels)
    throw new RangeError("The picture has too many pixels.");
  const need =
    source?.type !== "png"
      ? `a ${(source?.type ?? "picture").toUpperCase()} cannot be made a PNG`
      : crop && `no picture can be cut to ${crop.width}x${crop.height}`;
  if (need) {
    throw new SetupError(
      `This runtime has no decoder of pictures, so ${need}. Pass \`toPng\` to createImageNodeHandler, or choose a model ` +
        "and settings that answer with a PNG in the chosen shape.",
    );
  }
  const kept = await keepPng(bytes);
  if (!kept) throw new Error("The PNG is damaged.");
  return kept;
};

async function toPng(bytes: Uint8Array, { crop, maxPixels }: ToPngOptions): Promise<Uint8Array> {
  const bitmap = await createImageBitmap(new Blob([bytes.slice()]));
  try {
    if (bitmap.width * bitmap.height > maxPixels) throw new RangeError("The picture has too many pixels.");
    const width = crop?.width ?? bitmap.width;
    const height = crop?.height ?? bitmap.height;
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext("2d");
    if (!context) throw new Error("This browser offers no 2D canvas outside the page.");
    const scale = Math.max(width / bitmap.width, height / bitmap.height);
    const sourceWidth = width / scale;
    const sourceHeight = height / scale;
    context.drawImage(
      bitmap,
      (bitmap.width - sourceWidth) / 2,
      (bitmap.height - sourceHeight) / 2,
      sourceWidth,
      sourceHeight,
      0,
      0,
      width,
      height,
    );
    const blob = await canvas.convertToBlob({ type: "image/png" });
    return new Uint8Array(await blob.arrayBuffer());
  } finally {
    bitmap.close();
  }
}
