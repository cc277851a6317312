"use client";
import { createImageButton } from "./createImageButton.js";
import { writeReference } from "./writeReference.js";
import { copyText } from "./copyText.js";

/**
 * Puts the variable by which later nodes get the image on the clipboard, such as `{{image_gen.output.imageUrl}}`.
 * Renders a `<button>` element, or nothing without an image.
 */
export const PreviewCopyReference = createImageButton(
  "Preview.CopyReference",
  "copyReference",
  (preview) => {
    const text = writeReference(["output", "imageUrl"], preview);
    if (!text) return null;
    return { run: () => copyText(text), wayOut: { text } };
  },
  "feedback.copied",
);
