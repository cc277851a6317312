import type { ImageSource } from "./getOutput.js";
import { loadImage } from "./loadImage.js";
import type { OutputOptions } from "./loadImage.js";

/** Loads the image as a PNG blob. Rejects with an `ImageNodeError` when it can't be loaded. */
export async function toBlob(source: ImageSource, options?: OutputOptions): Promise<Blob> {
  return new Blob([await loadImage(source, options)], { type: "image/png" });
}
