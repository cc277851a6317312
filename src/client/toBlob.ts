import { loadPicture } from "./loadPicture.js";
import type { OutputOptions, OutputSource } from "./loadPicture.js";

/** The picture as a PNG blob. Rejects as `ImageNodeError` when it can't be loaded. */
export async function toBlob(source: OutputSource, options?: OutputOptions): Promise<Blob> {
  return new Blob([await loadPicture(source, options)], { type: "image/png" });
}
