"use client";
import { createPictureButton } from "./createPictureButton.js";
import { copyText } from "./pictureActions.js";

/**
 * Puts the picture's attachment id on the clipboard, by which a back end finds it for good. Renders a `<button>`
 * element, or nothing without a picture.
 */
export const PreviewCopyAttachmentId = createPictureButton(
  "Preview.CopyAttachmentId",
  "copyAttachmentId",
  ({ picture }) => {
    if (!picture) return null;
    const text = picture.output.attachmentId;
    return { run: () => copyText(text), wayOut: { text } };
  },
);
