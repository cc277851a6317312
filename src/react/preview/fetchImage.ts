import { ImageNodeError } from "../../contract/index.js";
import { MAX_IMAGE_BYTES, readBytes } from "../../internal/readBytes.js";

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const IHDR = 0x49484452;
const IEND = 0x49454e44;
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

/** Length, name and checksum of a chunk. */
const FRAME_BYTES = 12;
const IHDR_BYTES = 13;

/**
 * Returns the bytes of a PNG, without what somebody put behind its end; `undefined` for anything else. Its signature is
 * not enough: chunks are followed from the header to the end.
 */
export function readPng(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | undefined {
  if (SIGNATURE.some((byte, index) => bytes[index] !== byte)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let offset = SIGNATURE.length;
  while (offset + FRAME_BYTES <= bytes.length) {
    const length = view.getUint32(offset);
    const name = view.getUint32(offset + 4);
    const isFirst = offset === SIGNATURE.length;
    if (isFirst !== (name === IHDR) || (isFirst && length !== IHDR_BYTES)) return undefined;
    offset += FRAME_BYTES + length;
    if (name === IEND) return offset <= bytes.length ? bytes.subarray(0, offset) : undefined;
  }
  return undefined;
}
