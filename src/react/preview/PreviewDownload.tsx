"use client";
import { createPictureButton } from "./createPictureButton.js";
import { downloadPicture } from "./pictureActions.js";

/** Saves the picture under its own file name. Renders a `<button>` element, or nothing without a picture. */
export const PreviewDownload = createPictureButton("Preview.Download", "download", ({ picture, link }) => {
  const { src } = link;
  if (!picture || src === undefined) return null;
  return { run: () => downloadPicture(src, picture.output._metadata.name), wayOut: { href: src } };
});
