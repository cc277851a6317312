import type { StandardFile } from "./getOutput.js";

/** Deeper than any output that a workflow stores; the contract bounds JSON to the same depth. */
const MAX_DEPTH = 64;

/**
 * Collects all images in the outputs of earlier nodes, at any depth: in order of appearance, each attachment once.
 *
 * @param outputs outputs by the slug of their node
 * @example
 * const files = collectAttachments({ image_gen: generation.output });
 * const parts = await Promise.all(files.map((file) => toFilePart(file, { client })));
 */
export function collectAttachments(outputs: Readonly<Record<string, unknown>>): readonly StandardFile[] {
  const found = new Map<string, StandardFile>();
  const seen = new Set<object>();

  function visit(value: unknown, depth: number): void {
    if (typeof value !== "object" || value === null || depth > MAX_DEPTH || seen.has(value)) return;
    seen.add(value);
    const file = readImage(value);
    if (file && !found.has(file._metadata.attachmentId)) found.set(file._metadata.attachmentId, file);
    for (const child of Object.values(value)) visit(child, depth + 1);
  }

  visit(outputs, 0);
  return [...found.values()];
}

function readImage(value: object): StandardFile | null {
  const { path, _metadata } = value as { path?: unknown; _metadata?: unknown };
  if (typeof path !== "string" || typeof _metadata !== "object" || _metadata === null) return null;
  const { name, mimeType, sizeInKb, attachmentId } = _metadata as Record<string, unknown>;
  if (typeof mimeType !== "string" || !mimeType.startsWith("image/")) return null;
  if (typeof name !== "string" || typeof sizeInKb !== "number" || typeof attachmentId !== "string")
    return null;
  return { path, _metadata: { name, mimeType, sizeInKb, attachmentId } };
}
