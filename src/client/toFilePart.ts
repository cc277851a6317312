import { getOutput, loadPicture } from "./loadPicture.js";
import type { OutputOptions, OutputSource } from "./loadPicture.js";

/** A file part of the AI SDK's messages. */
export interface FilePart {
  type: "file";
  /** The picture's bytes: a model provider can't open a link that only this machine or workspace can. */
  data: Uint8Array<ArrayBuffer>;
  mediaType: "image/png";
  filename: string;
}

/** The picture as a file part of the AI SDK, for a message to a model that sees. */
export async function toFilePart(source: OutputSource, options?: OutputOptions): Promise<FilePart> {
  const data = await loadPicture(source, options);
  return { type: "file", data, mediaType: "image/png", filename: getOutput(source)._metadata.name };
}
