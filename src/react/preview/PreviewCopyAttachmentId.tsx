"use client";
import { createImageButton } from "./createImageButton.js";
import { copyText } from "./imageActions.js";

/**
 * Puts the picture's attachment id on the clipboard, by which a back end finds it for good. Renders a `<button>`
 * element, or nothing without a picture.
 */
export const PreviewCopyAttachmentId = createImageButton(
  "Preview.CopyAttachmentId",
  "copyAttachmentId",
  ({ picture }) => {
    if (!picture) return null;
    const text = picture.output.attachmentId;
    return { run: () => copyText(text), wayOut: { text } };
  },
);
