import { toPngName } from "../../internal/toPngName.js";
import { getOutput } from "./getOutput.js";
import type { ImageSource } from "./getOutput.js";
import { loadImage } from "./loadImage.js";
import type { OutputOptions } from "./loadImage.js";

/**
 * Loads the image as a file with the output's name. Rejects with an `ImageNodeError` when it can't be loaded.
 *
 * @example
 * const file = await toFile(generation, { client });
 */
export async function toFile(source: ImageSource, options?: OutputOptions): Promise<File> {
  return new File([await loadImage(source, options)], toPngName(getOutput(source)._metadata.name), {
    type: "image/png",
  });
}
