import { toPngName } from "../../internal/toPngName.js";
import { getOutput } from "./getOutput.js";
import type { ImageSource } from "./getOutput.js";
import { loadImage } from "./loadImage.js";
import type { OutputOptions } from "./loadImage.js";

/** File part of an AI SDK message. */
export interface FilePart {
  /** Always "file". */
  type: "file";
  /** Bytes of the image: a model provider can't open a link that only this machine or workspace can. */
  data: Uint8Array<ArrayBuffer>;
  /** Media type of the bytes. */
  mediaType: "image/png";
  /** Name of the file, with its extension. */
  filename: string;
}

/** Loads the image as a file part of the AI SDK, for a message to a model with vision. */
export async function toFilePart(source: ImageSource, options?: OutputOptions): Promise<FilePart> {
  const data = await loadImage(source, options);
  const filename = toPngName(getOutput(source)._metadata.name);
  return { type: "file", data, mediaType: "image/png", filename };
}
