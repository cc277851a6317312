"use client";
import { createImageButton } from "./createImageButton.js";

/**
 * Saves the image as PNG, under its own file name where that is safe. Renders a `<button>` element, or nothing without
 * an image.
 */
export const PreviewDownload = createImageButton(
  "Preview.Download",
  "download",
  ({ generation, link }) => {
    const { src } = link;
    if (!generation || src === undefined) return null;
    const { name } = generation.output._metadata;
    return { run: () => downloadImage(src, name), wayOut: { href: src } };
  },
  "feedback.saved",
);

/** Fetches the code with the first image: most pages save none. */
async function downloadImage(src: string, fileName: string): Promise<void> {
  const { saveImage } = await import("./saveImage.js");
  await saveImage(src, fileName);
}
