import { getOutput } from "./getOutput.js";
import type { OutputSource, StandardFile } from "./getOutput.js";

/** Converts an output to a standard workflow file: its path and metadata, without what only this node knows. Loads nothing. */
export function toStandardFile(source: OutputSource): StandardFile {
  const { path, _metadata } = getOutput(source);
  const { name, mimeType, sizeInKb, attachmentId } = _metadata;
  return { path, _metadata: { name, mimeType, sizeInKb, attachmentId } };
}
