import type { ToPng, ToPngOptions } from "../options.js";

export { loadEncodePicture } from "./loadEncodePicture.browser.js";

/** Makes the converter of a browser page: decodes with the browser, encodes as PNG through a canvas. */
export async function loadToPng(): Promise<ToPng> {
  return toPng;
}

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
