"use client";
import { createImageButton } from "./createImageButton.js";
import { copyText } from "./copyText.js";

/**
 * Puts the variable by which later nodes get the image on the clipboard, such as `{{image_gen.output.imageUrl}}`.
 * Renders a `<button>` element, or nothing without an image.
 */
export const PreviewCopyReference = createImageButton(
  "Preview.CopyReference",
  "copyReference",
  ({ node, language }) => {
    if (!node) return null;
    const text = language.format([node.slug, "output", "imageUrl"], node);
    return { run: () => copyText(text), wayOut: { text } };
  },
);
