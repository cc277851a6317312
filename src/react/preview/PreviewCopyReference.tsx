"use client";
import { createPictureButton } from "./createPictureButton.js";
import { copyText } from "./pictureActions.js";

/**
 * Puts the variable by which later nodes get the picture on the clipboard, such as `{{image_gen.output.imageUrl}}`.
 * Renders a `<button>` element, or nothing without a picture.
 */
export const PreviewCopyReference = createPictureButton(
  "Preview.CopyReference",
  "copyReference",
  ({ nodeSlug }) => {
    if (nodeSlug === undefined) return null;
    const text = `{{${nodeSlug}.output.imageUrl}}`;
    return { run: () => copyText(text), wayOut: { text } };
  },
);
