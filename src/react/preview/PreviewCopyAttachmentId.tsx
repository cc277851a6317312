"use client";
import { createImageButton } from "./createImageButton.js";
import { copyText } from "./copyText.js";

/**
 * Puts the image's attachment id on the clipboard, by which a back end finds it for good. Renders a `<button>`
 * element, or nothing without an image.
 */
export const PreviewCopyAttachmentId = createImageButton(
  "Preview.CopyAttachmentId",
  "copyAttachmentId",
  ({ generation }) => {
    if (!generation) return null;
    const text = generation.output.attachmentId;
    return { run: () => copyText(text), wayOut: { text } };
  },
  "feedback.copied",
);
