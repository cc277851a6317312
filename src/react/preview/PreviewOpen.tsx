"use client";
import { createImageButton } from "./createImageButton.js";
import { openImage } from "./imageActions.js";

/** Opens the picture in a tab of its own. Renders a `<button>` element, or nothing without a picture. */
export const PreviewOpen = createImageButton("Preview.Open", "open", ({ link: { src } }) =>
  src === undefined ? null : { run: async () => openImage(src) },
);
