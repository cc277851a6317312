"use client";
import { createImageButton } from "./createImageButton.js";
import { downloadImage } from "./imageActions.js";

/** Saves the picture under its own file name. Renders a `<button>` element, or nothing without a picture. */
export const PreviewDownload = createImageButton("Preview.Download", "download", ({ picture, link }) => {
  const { src } = link;
  if (!picture || src === undefined) return null;
  return { run: () => downloadImage(src, picture.output._metadata.name), wayOut: { href: src } };
});
