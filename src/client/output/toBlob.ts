import { loadImage } from "./loadImage.js";
import type { OutputOptions, ImageSource } from "./loadImage.js";

/** The picture as a PNG blob. Rejects as `ImageNodeError` when it can't be loaded. */
export async function toBlob(source: ImageSource, options?: OutputOptions): Promise<Blob> {
  return new Blob([await loadImage(source, options)], { type: "image/png" });
}
