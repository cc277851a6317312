"use client";
import { createImageButton } from "./createImageButton.js";
import { fetchImage } from "./fetchImage.js";

/** Saves the image under its own file name. Renders a `<button>` element, or nothing without an image. */
export const PreviewDownload = createImageButton("Preview.Download", "download", ({ generation, link }) => {
  const { src } = link;
  if (!generation || src === undefined) return null;
  return { run: () => downloadImage(src, generation.output._metadata.name), wayOut: { href: src } };
});

/** Saves an image under its own name; rejects where it can't be read, as when its origin forbids it. */
async function downloadImage(src: string, fileName: string): Promise<void> {
  const blob = await fetchImage(src);
  const url = URL.createObjectURL(blob);
  const anchor = document.createElement("a");
  anchor.href = url;
  anchor.download = fileName;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
