import { toPngName } from "../../internal/toPngName.js";
import { getOutput, loadImage } from "./loadImage.js";
import type { OutputOptions, ImageSource } from "./loadImage.js";

/** A file part of the AI SDK's messages. */
export interface FilePart {
  /** Always "file". */
  type: "file";
  /** The picture's bytes: a model provider can't open a link that only this machine or workspace can. */
  data: Uint8Array<ArrayBuffer>;
  /** The kind of picture. */
  mediaType: "image/png";
  /** A name for a saved copy, with its ending. */
  filename: string;
}

/** The picture as a file part of the AI SDK, for a message to a model that sees. */
export async function toFilePart(source: ImageSource, options?: OutputOptions): Promise<FilePart> {
  const data = await loadImage(source, options);
  const filename = toPngName(getOutput(source)._metadata.name);
  return { type: "file", data, mediaType: "image/png", filename };
}
