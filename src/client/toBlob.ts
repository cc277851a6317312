import { loadPicture } from "./loadPicture.js";
import type { OutputOptions, PictureSource } from "./loadPicture.js";

/** The picture as a PNG blob. Rejects as `ImageNodeError` when it can't be loaded. */
export async function toBlob(source: PictureSource, options?: OutputOptions): Promise<Blob> {
  return new Blob([await loadPicture(source, options)], { type: "image/png" });
}
