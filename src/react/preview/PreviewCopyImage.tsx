"use client";
import { createImageButton } from "./createImageButton.js";

/** Puts the image on the clipboard as PNG. Renders a `<button>` element, or nothing without an image. */
export const PreviewCopyImage = createImageButton(
  "Preview.CopyImage",
  "copyImage",
  ({ link: { src } }) => (src === undefined ? null : { run: () => copyImage(src), wayOut: { href: src } }),
  "feedback.copied",
);

/** Puts an image on the clipboard. The item is made at once with a promise: Safari allows no `await` before it. */
async function copyImage(src: string): Promise<void> {
  const png = import("./fetchImage.js").then(({ fetchImage }) => fetchImage(src));
  // Where there is no clipboard, nobody else would take this promise's failure.
  png.catch(() => undefined);
  try {
    await navigator.clipboard.write([new ClipboardItem({ "image/png": png })]);
  } catch (error) {
    // The image's own failure says more than the clipboard's.
    await png;
    throw error;
  }
}
