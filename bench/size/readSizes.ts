import { readBlock, writeBlock } from "../blocks.ts";

/** Documents that show sizes: all of them as tables, or the panel's in one sentence. */
export type SizedDocument = "docs/benchmarks.md" | "README.md";

/** What stands between the marks of a document. */
export function readSizes(document: SizedDocument): string {
  return readBlock(document, "size");
}

/** Writes between the marks of a document. */
export function writeSizes(document: SizedDocument, sizes: string): void {
  writeBlock(document, "size", sizes);
}
