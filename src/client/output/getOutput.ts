import type { Generation, ImageNodeOutput } from "../../contract/index.js";

/** Output of a node, or the generation that it belongs to; a generation also knows when its link ends. */
export type OutputSource = ImageNodeOutput | Generation;

/** File in the workflow's standard format, as file pickers and later nodes take it. */
export interface StandardFile {
  /** Path of the file, as the documented output names it. */
  path: string;
  /** Facts that are known without loading the file. */
  _metadata: {
    /** File name. */
    name: string;
    /** Media type of the bytes. */
    mimeType: string;
    /** Kilobytes, rounded up. */
    sizeInKb: number;
    /** Id by which a back end finds the file for good. */
    attachmentId: string;
  };
}

/** Source of an image: an output, a generation, or a standard file, which has no link and needs a `client` to get one. */
export type ImageSource = OutputSource | StandardFile;

/**
 * Returns the output of a generation; an output or a standard file is returned as it is.
 *
 * @example
 * const { name } = getOutput(source)._metadata;
 */
export function getOutput(source: OutputSource): ImageNodeOutput;
export function getOutput(source: ImageSource): ImageNodeOutput | StandardFile;
export function getOutput(source: ImageSource): ImageNodeOutput | StandardFile {
  return isGeneration(source) ? source.output : source;
}

/** Checks whether the source is a whole generation. */
export function isGeneration(source: ImageSource): source is Generation {
  return "output" in source && "image" in source;
}
