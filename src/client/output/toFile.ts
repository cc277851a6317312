import { toPngName } from "../../internal/toPngName.js";
import { getOutput, loadImage } from "./loadImage.js";
import type { OutputOptions, ImageSource } from "./loadImage.js";

/** The picture as a file that has the output's name. Rejects as `ImageNodeError` when it can't be loaded. */
export async function toFile(source: ImageSource, options?: OutputOptions): Promise<File> {
  return new File([await loadImage(source, options)], toPngName(getOutput(source)._metadata.name), {
    type: "image/png",
  });
}
