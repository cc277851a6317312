import { getOutput, loadPicture } from "./loadPicture.js";
import type { OutputOptions, PictureSource } from "./loadPicture.js";

/** The picture as a file that has the output's name. Rejects as `ImageNodeError` when it can't be loaded. */
export async function toFile(source: PictureSource, options?: OutputOptions): Promise<File> {
  return new File([await loadPicture(source, options)], getOutput(source)._metadata.name, {
    type: "image/png",
  });
}
