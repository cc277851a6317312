"use client";
import { createPictureButton } from "./createPictureButton.js";
import { openPicture } from "./pictureActions.js";

/** Opens the picture in a tab of its own. Renders a `<button>` element, or nothing without a picture. */
export const PreviewOpen = createPictureButton("Preview.Open", "open", ({ link: { src } }) =>
  src === undefined ? null : { run: async () => openPicture(src) },
);
