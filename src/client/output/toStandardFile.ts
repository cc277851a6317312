import { getOutput } from "./loadImage.js";
import type { OutputSource } from "./loadImage.js";

/** A file in the workflow's standard format, as file pickers and later nodes take it. */
export interface StandardFile {
  /** Where the file lives, as the documented output names it. */
  path: string;
  /** What is known of the file without loading it. */
  _metadata: {
    name: string;
    mimeType: string;
    /** Kilobytes, rounded up. */
    sizeInKb: number;
    attachmentId: string;
  };
}

/** The picture as a standard workflow file: its path and metadata, without what only this node knows. Loads nothing. */
export function toStandardFile(source: OutputSource): StandardFile {
  const { path, _metadata } = getOutput(source);
  const { name, mimeType, sizeInKb, attachmentId } = _metadata;
  return { path, _metadata: { name, mimeType, sizeInKb, attachmentId } };
}
