import { ImageNodeError } from "../../contract/index.js";
import { MAX_IMAGE_BYTES, readBytes } from "../../internal/readBytes.js";
import { readPng } from "../internal/readPng.js";

/**
 * Fetches an image without the host's headers or cookies. Rejects for everything that is no PNG, whatever the response
 * calls itself: a link may answer an `<img>` with an image and a script with a program.
 */
export async function fetchImage(src: string): Promise<Blob> {
  const response = await fetch(src, { credentials: "omit", referrerPolicy: "no-referrer" });
  if (!response.ok)
    throw new Error(`The image's link answered ${response.status}, so it can't be saved. Renew the link.`);
  const bytes = await readBytes(response, MAX_IMAGE_BYTES);
  const png = bytes && readPng(bytes);
  if (png) return new Blob([png], { type: "image/png" });
  throw new ImageNodeError({
    kind: "bad_image",
    message: bytes
      ? "The image's link answered something that is no PNG, so it is not saved."
      : `The image's link answered more than ${MAX_IMAGE_BYTES} bytes, so it is not saved.`,
  });
}
