"use client";
import { createImageButton } from "./createImageButton.js";

/** Opens the image in a tab of its own. Renders a `<button>` element, or nothing without an image. */
export const PreviewOpen = createImageButton("Preview.Open", "open", ({ link: { src } }) =>
  src === undefined ? null : { run: async () => openImage(src) },
);

function openImage(src: string): void {
  window.open(src, "_blank", "noopener,noreferrer");
}
