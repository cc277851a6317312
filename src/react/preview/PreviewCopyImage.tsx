"use client";
import { createPictureButton } from "./createPictureButton.js";
import { copyPicture } from "./pictureActions.js";

/** Puts the picture on the clipboard as PNG. Renders a `<button>` element, or nothing without a picture. */
export const PreviewCopyImage = createPictureButton("Preview.CopyImage", "copyImage", ({ link: { src } }) =>
  src === undefined ? null : { run: () => copyPicture(src), wayOut: { href: src } },
);
