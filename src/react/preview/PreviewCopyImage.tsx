"use client";
import { createImageButton } from "./createImageButton.js";
import { copyImage } from "./imageActions.js";

/** Puts the picture on the clipboard as PNG. Renders a `<button>` element, or nothing without a picture. */
export const PreviewCopyImage = createImageButton("Preview.CopyImage", "copyImage", ({ link: { src } }) =>
  src === undefined ? null : { run: () => copyImage(src), wayOut: { href: src } },
);
