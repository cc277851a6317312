import { SetupError } from "../models/SetupError.js";
import type { EncodePicture } from "./EncodePicture.js";
import { hasCanvas } from "./hasCanvas.js";

/** Makes the encoder of pictures in a browser page, by its own decoder and a canvas. Throws where there are none. */
export async function loadEncodePicture(): Promise<EncodePicture> {
  if (!hasCanvas()) {
    throw new SetupError(
      "This runtime has no encoder of pictures, so none can be taken in. Pass `toPng` to createImageNodeHandler, or leave " +
        "`references` out.",
    );
  }
  return encodePicture;
}

const encodePicture: EncodePicture = async (bytes, { format, size, maxPixels }) => {
  // It turns the picture upright, as the page would show it.
  const bitmap = await createImageBitmap(new Blob([bytes.slice()]));
  try {
    if (bitmap.width * bitmap.height > maxPixels) throw new RangeError("The picture has too many pixels.");
    const { width, height } = size ?? bitmap;
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext("2d");
    if (!context) throw new Error("This browser offers no 2D canvas outside the page.");
    if (format === "jpeg") {
      context.fillStyle = "#fff";
      context.fillRect(0, 0, width, height);
    }
    context.imageSmoothingQuality = "high";
    context.drawImage(bitmap, 0, 0, width, height);
    const blob = await canvas.convertToBlob({ type: `image/${format}`, quality: 0.92 });
    return new Uint8Array(await blob.arrayBuffer());
  } finally {
    bitmap.close();
  }
};
